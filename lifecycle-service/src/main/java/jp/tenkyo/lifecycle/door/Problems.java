package jp.tenkyo.lifecycle.door;

import java.net.URI;
import jp.tenkyo.schemas.RegistryUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers what goes wrong as {@code application/problem+json} (RFC 9457), without any value that was sent. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int ERRORS_SHOWN_MAX = 1_000;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> formRefused(FormRefusedException e) {
        var problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "form-refused",
                "The form is wrong",
                e.getMessage() + " Nothing of the request was taken.");
        problem.setProperty(
                "errors", e.refusals().stream().limit(ERRORS_SHOWN_MAX).toList());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unparsable(JsonBody.UnparsableException e) {
        return answer(problem(HttpStatus.BAD_REQUEST, "not-json", "Not JSON", String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(JsonBody.TooLargeException e) {
        return answer(
                problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Too much at once", String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokerAway(BrokerUnavailableException e) {
        LOG.warn("A request was not taken: {}", e.getMessage(), e);
        return tryAgain(
                "broker-away",
                "The broker is away",
                e.getMessage() + " Send the request again; the ids make that safe.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> registryAway(RegistryUnavailableException e) {
        LOG.warn("A request was not taken: {}", e.getMessage());
        return tryAgain(
                "registry-away",
                "The schema registry is away",
                "The schema registry does not answer. Nothing was taken; send the request again.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> issuerUnknown(IssuerUnknownException e) {
        return answer(
                problem(HttpStatus.NOT_FOUND, "issuer-unknown", "Unknown issuer", String.valueOf(e.getMessage())));
    }

    /** Our bug: loud in the log, silent about it to the caller. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        LOG.error("A request failed", e);
        return answer(problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "failed", "The request failed", "The service's log has the cause."));
    }

    private static ResponseEntity<ProblemDetail> tryAgain(String type, String title, String detail) {
        var problem = problem(HttpStatus.SERVICE_UNAVAILABLE, type, title, detail);
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS))
                .body(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:tenkyo:problem:" + type));
        problem.setTitle(title);
        return problem;
    }
}
