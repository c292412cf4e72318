package jp.tenkyo.lifecycle.issuers;

import java.util.List;
import java.util.Optional;
import jp.tenkyo.lifecycle.core.IssuerStanding;
import jp.tenkyo.lifecycle.core.Kind;

/** The CA generations of this installation; where none is named, certificates of every issuer are taken. */
public record Issuers(List<Issuer> all) {

    /** Nobody is refused. */
    public static final Issuers EVERY = new Issuers(List.of());

    /** What the installation says of a key; whether it is compromised, it does not know. */
    public IssuerStanding standing(String keyId, Kind kind) {
        if (all.isEmpty()) {
            return IssuerStanding.TRUSTED;
        }
        return find(keyId)
                .map(issuer -> issuer.kind() == kind ? IssuerStanding.TRUSTED : IssuerStanding.NOT_FOR_KIND)
                .orElse(IssuerStanding.UNKNOWN);
    }

    /** Whether a key can be one of this installation's. */
    public boolean mayHave(String keyId) {
        return all.isEmpty() || find(keyId).isPresent();
    }

    private Optional<Issuer> find(String keyId) {
        return all.stream().filter(issuer -> issuer.keyId().equals(keyId)).findFirst();
    }
}
