package jp.tenkyo.status.ocsp;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OCSP over HTTP (RFC 6960 appendix A, RFC 5019 5 and 6). A servlet and no controller: the base64 of a GET holds
 * slashes, which the paths of controllers do not, and answers are too many for all that a controller brings. Whatever
 * OCSP says has HTTP status 200.
 */
final class OcspServlet extends HttpServlet {

    static final String PATH = "/ocsp";

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(OcspServlet.class);

    private static final String RESPONSE_TYPE = "application/ocsp-response";
    private static final String REQUEST_TYPE = "application/ocsp-request";
    private static final String RETRY_AFTER_SECONDS = "2";

    private final transient OcspResponder responder;
    private final transient InstantSource clock;
    private final Duration cachedFor;
    private final String cacheControl;
    private final transient HttpDate expires = new HttpDate();

    OcspServlet(OcspResponder responder, Duration cachedFor, InstantSource clock) {
        this.responder = responder;
        this.clock = clock;
        this.cachedFor = cachedFor;
        this.cacheControl = "max-age=%d, public, no-transform, must-revalidate".formatted(cachedFor.toSeconds());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var reply = answer(RequestPath.decode(request.getRequestURI(), request.getContextPath() + PATH));
        if (reply instanceof Reply.Reusable(var answer) && answer.etag().equals(request.getHeader("If-None-Match"))) {
            headers(response, answer);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            write(response, reply);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, answer(body(request)));
    }

    /** Empty, which is malformed, where it is none or too long. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type == null
                || !type.regionMatches(true, 0, REQUEST_TYPE, 0, REQUEST_TYPE.length())
                || request.getContentLengthLong() > RequestReader.BYTES_MAX) {
            return new byte[0];
        }
        var body = request.getInputStream().readNBytes(RequestReader.BYTES_MAX + 1);
        return body.length > RequestReader.BYTES_MAX ? new byte[0] : body;
    }

    private Reply answer(byte[] request) {
        try {
            return responder.answer(request);
        } catch (RuntimeException e) {
            // Our bug or the store's: loud in the log, silent about it to the caller.
            LOG.error("An OCSP request failed", e);
            return Reply.Refusal.INTERNAL_ERROR;
        }
    }

    private void write(HttpServletResponse response, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Reusable(var answer) -> headers(response, answer);
            case Reply.Once _ -> response.setHeader("Cache-Control", "no-store");
            case Reply.Refusal refusal -> {
                response.setHeader("Cache-Control", "no-store");
                if (refusal == Reply.Refusal.TRY_LATER) {
                    response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
                }
            }
        }
        var der = reply.der();
        response.setContentType(RESPONSE_TYPE);
        response.setContentLength(der.length);
        response.getOutputStream().write(der);
    }

    /**
     * Expires follows max-age and not nextUpdate, as RFC 5019 6.2 has it: a revocation does not reach the caches
     * between here and whoever asked, and they must not answer good longer than the settings allow.
     */
    private void headers(HttpServletResponse response, Answer answer) {
        Instant now = clock.instant();
        response.setHeader("Cache-Control", cacheControl);
        response.setHeader("ETag", answer.etag());
        response.setHeader("Last-Modified", answer.lastModified());
        response.setHeader("Expires", expires.recent(now.plus(cachedFor)));
    }
}
