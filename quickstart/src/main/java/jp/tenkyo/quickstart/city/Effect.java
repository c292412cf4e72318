package jp.tenkyo.quickstart.city;

import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.RevocationReason;
import org.jspecify.annotations.Nullable;

/**
 * What a change must do to all live certificates of a kind, on card and phone alike (what ends on the card ends on the
 * phone).
 *
 * @param signing reason of the revocation, null where they stay good
 * @param authentication likewise
 */
record Effect(@Nullable RevocationReason signing, @Nullable RevocationReason authentication) {

    static final Effect KEEPS = new Effect(null, null);
    static final Effect ENDS_SIGNING = new Effect(RevocationReason.affiliationChanged, null);
    static final Effect ENDS_BOTH =
            new Effect(RevocationReason.cessationOfOperation, RevocationReason.cessationOfOperation);
    /** A later certificate takes the place of the signing certificate. */
    static final Effect REPLACES_SIGNING = new Effect(RevocationReason.superseded, null);

    static final Effect REPLACES_BOTH = new Effect(RevocationReason.superseded, RevocationReason.superseded);

    @Nullable
    RevocationReason on(CertificateKind kind) {
        return kind == CertificateKind.SIGNING ? signing : authentication;
    }
}
