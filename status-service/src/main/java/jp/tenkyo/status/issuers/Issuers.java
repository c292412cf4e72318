package jp.tenkyo.status.issuers;

import java.util.List;
import java.util.Optional;

/** The CA generations that this installation answers for. */
public record Issuers(List<Issuer> all) {

    public Optional<Issuer> byKeyId(String keyId) {
        return all.stream().filter(issuer -> issuer.keyId().equals(keyId)).findFirst();
    }
}
