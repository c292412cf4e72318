package jp.tenkyo.status.lists;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;

/**
 * Whose signatures lists have: what a verifier has to know of them beside the issuers.
 *
 * @param byIssuer certificate of the signer, by the issuer's key id; issuers that are missing have no lists
 */
public record ListSigners(Map<String, X509Certificate> byIssuer) {

    public ListSigners {
        byIssuer = Map.copyOf(byIssuer);
    }

    public Optional<X509Certificate> of(String issuerKeyId) {
        return Optional.ofNullable(byIssuer.get(issuerKeyId));
    }
}
