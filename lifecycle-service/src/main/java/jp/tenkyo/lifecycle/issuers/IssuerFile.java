package jp.tenkyo.lifecycle.issuers;

import java.util.Optional;
import jp.tenkyo.lifecycle.core.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A file with the certificate of a CA, as it is set.
 *
 * @param file PEM
 * @param kind of the certificates that it signs; where it is not set, the OU of the CA's name says it (rule book 7)
 */
public record IssuerFile(String file, @Nullable Kind kind) {

    /** For a setting that names the file alone. */
    public static IssuerFile valueOf(String file) {
        return new IssuerFile(file, null);
    }

    Optional<Kind> setKind() {
        return Optional.ofNullable(kind);
    }
}
