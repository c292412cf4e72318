package jp.tenkyo.status.issuers;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose certificates are answered for, under {@code tenkyo}.
 *
 * @param issuers PEM files with CA certificates, one or more in each
 */
@ConfigurationProperties("tenkyo")
public record IssuerSettings(@DefaultValue List<String> issuers) {

    public IssuerSettings {
        issuers = List.copyOf(issuers);
    }
}
