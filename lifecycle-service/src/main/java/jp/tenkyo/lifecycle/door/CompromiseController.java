package jp.tenkyo.lifecycle.door;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.issuers.Issuers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes the report that an issuer's key is compromised, for every partition: each holds certificates of every issuer.
 */
@RestController
class CompromiseController {

    private final Intake intake;
    private final Issuers issuers;
    private final int partitions;

    CompromiseController(Intake intake, Issuers issuers, @Value("${tenkyo.kafka.partitions:6}") int partitions) {
        this.intake = intake;
        this.issuers = issuers;
        this.partitions = partitions;
    }

    /**
     * @param accepted the requestId
     * @param partitions that have the report
     */
    record AcceptedEverywhere(List<String> accepted, int partitions) {}

    @PostMapping(
            path = "/issuers/{issuerKeyId}/compromise",
            consumes = APPLICATION_JSON_VALUE,
            produces = {APPLICATION_JSON_VALUE, APPLICATION_PROBLEM_JSON_VALUE})
    @ResponseStatus(HttpStatus.ACCEPTED)
    AcceptedEverywhere compromise(@PathVariable String issuerKeyId, HttpServletRequest request) throws IOException {
        var keyId = issuerKeyId.toLowerCase(Locale.ROOT);
        // What is no key id at all, the form says better.
        if (CertificateId.of(keyId, "1").isWellFormed() && !issuers.mayHave(keyId)) {
            throw new IssuerUnknownException();
        }
        var trace = TraceContext.of(request.getHeader("traceparent"), request.getHeader("tracestate"));
        var requestId =
                intake.takeForEach(partitions, request.getInputStream(), new IssuerCompromiseForm(keyId), trace);
        return new AcceptedEverywhere(List.of(requestId), partitions);
    }
}
