package jp.tenkyo.status.access;

import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Whose token it is. */
interface Tokens {

    /**
     * The subject of a token that is genuine, not over, and made for this service; empty otherwise.
     *
     * @throws ProviderAwayException if the provider's keys cannot be had
     */
    Optional<String> subject(String token);

    /** No token is believed. */
    Tokens NONE = _ -> Optional.empty();

    /** Those of a provider, which is asked for its keys when the first token comes. */
    static Tokens of(AccessSettings.Oidc settings) {
        var decoder = new SupplierJwtDecoder(() -> decoder(settings));
        return token -> {
            try {
                return Optional.ofNullable(decoder.decode(token).getSubject());
            } catch (BadJwtException e) {
                return Optional.empty();
            } catch (JwtException | JwtDecoderInitializationException e) {
                throw new ProviderAwayException(e);
            }
        };
    }

    private static JwtDecoder decoder(AccessSettings.Oidc settings) {
        var decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuer()).build();
        var forUs = new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(settings.audience()));
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(settings.issuer()), forUs));
        return decoder;
    }

    /** Whether the token is good cannot be told now. */
    final class ProviderAwayException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ProviderAwayException(Throwable cause) {
            super("The provider's keys cannot be had.", cause);
        }
    }
}
