package jp.tenkyo.status.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets clients in that are known by API key, token or TLS certificate, in this order, and nobody else. */
final class Door implements HandlerInterceptor {

    static final String API_KEY = "X-API-Key";
    private static final String BEARER = "Bearer ";
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final Clients clients;
    private final Tokens tokens;
    private final AccessLog log;

    Door(Clients clients, Tokens tokens, AccessLog log) {
        this.clients = clients;
        this.tokens = tokens;
        this.log = log;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(Client.ATTRIBUTE) == null) {
            request.setAttribute(Client.ATTRIBUTE, who(request));
        }
        return true;
    }

    private Client who(HttpServletRequest request) {
        return find(request).orElseThrow(() -> {
            log.refused();
            return new NotKnownException();
        });
    }

    /** The first thing that is shown decides: a wrong key is not made good by a certificate. */
    private Optional<Client> find(HttpServletRequest request) {
        var key = request.getHeader(API_KEY);
        if (key != null) {
            return clients.byApiKey(key);
        }
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? tokens.subject(authorization.substring(BEARER.length())).flatMap(clients::byOidcSubject)
                    : Optional.empty();
        }
        // Set by the server only after it has checked the chain and the client has proved that it holds the key.
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? clients.byCertificateSubject(chain[0].getSubjectX500Principal())
                : Optional.empty();
    }

    /** Nobody who is known asked. */
    static final class NotKnownException extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotKnownException() {
            super("Nobody who is known asked.", null, false, false);
        }
    }
}
