package jp.tenkyo.status.access;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Answers what goes wrong as {@code application/problem+json} (RFC 9457), without any value that was sent. */
public final class Problem {

    private Problem() {}

    /** @param type last part of its URN */
    public static ResponseEntity<Object> answer(HttpStatus status, String type, String title, String detail) {
        return start(status).body(body(status, type, title, detail));
    }

    /** 503, to be asked again. */
    public static ResponseEntity<Object> later(String type, String title, String detail, Duration after) {
        var status = HttpStatus.SERVICE_UNAVAILABLE;
        return start(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds()))
                .body(body(status, type, title, detail));
    }

    /** The type is set, so that a request for an event stream gets its problem too. */
    private static ResponseEntity.BodyBuilder start(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static ProblemDetail body(HttpStatus status, String type, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:tenkyo:problem:" + type));
        problem.setTitle(title);
        return problem;
    }
}
