package jp.tenkyo.lifecycle.door;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** JSON over HTTP. What it takes, the broker has. */
@RestController
class InputController {

    private final Intake intake;
    private final ResidentChangeForm residentChange = new ResidentChangeForm();
    private final CertificateRequestForm certificateRequest = new CertificateRequestForm();
    private final ContactPointForm contactPoint = new ContactPointForm();

    InputController(Intake intake) {
        this.intake = intake;
    }

    /** @param accepted eventIds, requestIds or holderIds, in the order of the request */
    record Accepted(List<String> accepted) {}

    @PostMapping(
            path = "/resident-changes",
            consumes = APPLICATION_JSON_VALUE,
            produces = {APPLICATION_JSON_VALUE, APPLICATION_PROBLEM_JSON_VALUE})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted residentChanges(HttpServletRequest request) throws IOException {
        return take(request, residentChange);
    }

    @PostMapping(
            path = "/certificate-requests",
            consumes = APPLICATION_JSON_VALUE,
            produces = {APPLICATION_JSON_VALUE, APPLICATION_PROBLEM_JSON_VALUE})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted certificateRequests(HttpServletRequest request) throws IOException {
        return take(request, certificateRequest);
    }

    @PostMapping(
            path = "/contact-points",
            consumes = APPLICATION_JSON_VALUE,
            produces = {APPLICATION_JSON_VALUE, APPLICATION_PROBLEM_JSON_VALUE})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted contactPoints(HttpServletRequest request) throws IOException {
        return take(request, contactPoint);
    }

    @DeleteMapping("/contact-points/{holderId}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted forgetContactPoint(@PathVariable String holderId, HttpServletRequest request) {
        return new Accepted(intake.forgetContactPoint(holderId, traceOf(request)));
    }

    private Accepted take(HttpServletRequest request, InputForm<? super JsonFields> form) throws IOException {
        return new Accepted(intake.take(request.getInputStream(), form, traceOf(request)));
    }

    private static TraceContext traceOf(HttpServletRequest request) {
        return TraceContext.of(request.getHeader("traceparent"), request.getHeader("tracestate"));
    }
}
