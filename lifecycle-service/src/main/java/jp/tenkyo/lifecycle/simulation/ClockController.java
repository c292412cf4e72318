package jp.tenkyo.lifecycle.simulation;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The business clock of a simulation over HTTP. Refused where time is real. */
@RestController
class ClockController {

    private final Optional<Simulation> simulation;

    ClockController(Optional<Simulation> simulation) {
        this.simulation = simulation;
    }

    /** @param now an instant with its offset, such as {@code 2026-01-01T09:00:00+09:00} */
    record Setting(@Nullable String now) {}

    record Told(Instant now) {}

    @GetMapping(path = "/clock", produces = APPLICATION_JSON_VALUE)
    Simulation.Clock clock() {
        return simulated().look();
    }

    @PostMapping(path = "/clock", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Told set(@RequestBody Setting setting) {
        var clock = simulated();
        var now = instantIn(setting);
        if (!clock.set(now)) {
            throw new RefusedException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "CLOCK_NEVER_GOES_BACK",
                    "The clock stands at " + clock.latest() + " and never goes back.");
        }
        return new Told(now);
    }

    private Simulation simulated() {
        return simulation.orElseThrow(() -> new RefusedException(
                HttpStatus.CONFLICT,
                "NOT_A_SIMULATION",
                "Business time is the machine's here. Only a service started with tenkyo.simulation.enabled has a clock"
                        + " that can be set."));
    }

    private static Instant instantIn(Setting setting) {
        if (setting.now() == null) {
            throw new RefusedException(HttpStatus.UNPROCESSABLE_CONTENT, "NOW_MISSING", "now is missing.");
        }
        try {
            return Instant.ofEpochMilli(Instant.parse(setting.now()).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw new RefusedException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "NOW_NOT_AN_INSTANT",
                    "now must be an instant with its offset, such as 2026-01-01T09:00:00+09:00.");
        }
    }

    /** A request that cannot be done here, or not so. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final HttpStatus status;
        private final String code;

        RefusedException(HttpStatus status, String code, String detail) {
            super(detail);
            this.status = status;
            this.code = code;
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException e) {
        return problem(e.status, e.code, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokerAway(ClockHands.ClockNotSetException e) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "BROKER_AWAY", e.getMessage() + " Set the same instant again.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> lagUnknown(DecisionLag.LagUnknownException e) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "BROKER_AWAY", String.valueOf(e.getMessage()));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:tenkyo:problem:clock"));
        problem.setTitle("The clock was not read or set");
        problem.setProperty("code", code);
        return ResponseEntity.status(status).body(problem);
    }
}
