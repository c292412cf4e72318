package jp.tenkyo.status.access;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What whoever does not get in is told. */
@RestControllerAdvice
@Order(0)
class DoorProblems {

    private static final Logger LOG = LoggerFactory.getLogger(DoorProblems.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

    @ExceptionHandler
    ResponseEntity<Object> notKnown(Door.NotKnownException ignored) {
        var answer = Problem.answer(
                HttpStatus.UNAUTHORIZED,
                "not-known",
                "No client of this service",
                "Show an API key (X-API-Key), a token (Authorization: Bearer) or a TLS certificate of a client of this service.");
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Object> providerAway(Tokens.ProviderAwayException e) {
        LOG.warn("A token cannot be judged", e);
        return Problem.later(
                "provider-away",
                "The token's provider is away",
                "The token cannot be judged now. Ask again, or show an API key.",
                ASK_AGAIN_AFTER);
    }
}
