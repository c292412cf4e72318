package jp.tenkyo.lifecycle.reads;

import java.net.URI;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Form;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what became of certificates and holders. Every answer says how far behind it may be. */
@RestController
class ReadsController {

    /** How many records the reads had not taken in when they answered. */
    static final String RECORDS_BEHIND = "Tenkyo-Records-Behind";

    private static final String RETRY_AFTER_SECONDS = "2";
    private static final Pattern CURSOR = Pattern.compile("|[0-9a-f]{40}:[0-9a-f]{1,40}/[A-Z0-9_]{1,64}");
    private static final Comparator<PinView> PINS_IN_ORDER =
            Comparator.comparing(PinView::carrier).thenComparing(PinView::pin);

    private final Reads reads;
    private final InstantSource clock;

    ReadsController(Reads reads, InstantSource clock) {
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * @param certificates in the order in which they were registered
     * @param pins of which a failure was ever told, by carrier and PIN
     */
    record HolderAnswer(String holderId, List<CertificateView> certificates, List<PinView> pins) {}

    /** @param steps the last 64, oldest first */
    record TimelineAnswer(String holderId, List<TimelineStep> steps) {}

    @GetMapping("/certificates/{certificateId}")
    ResponseEntity<Object> certificate(@PathVariable String certificateId) {
        var found = CertificateId.parse(certificateId)
                .filter(CertificateId::isWellFormed)
                .flatMap(id -> reads.certificate(id.toString()))
                .map(certificate -> certificate.at(clock.instant()));
        return answer(found, () -> "No certificate with this id is registered.");
    }

    @GetMapping("/holders/{holderId}")
    ResponseEntity<Object> holder(@PathVariable String holderId) {
        var found = sound(holderId)
                .flatMap(reads::holder)
                .map(holder -> new HolderAnswer(
                        holderId,
                        holder.certificates().stream()
                                .map(one -> one.at(clock.instant()))
                                .toList(),
                        holder.pins().stream().sorted(PINS_IN_ORDER).toList()));
        return answer(found, () -> "Nothing is known of a holder with this id.");
    }

    @GetMapping("/holders/{holderId}/timeline")
    ResponseEntity<Object> timeline(@PathVariable String holderId) {
        var found = sound(holderId)
                .map(reads::timeline)
                .filter(steps -> !steps.isEmpty())
                .map(steps -> new TimelineAnswer(holderId, steps));
        return answer(found, () -> "Nothing is known of a holder with this id.");
    }

    /** @param after {@code next} of the page before */
    @GetMapping("/decisions")
    ResponseEntity<Object> decisions(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > DecisionPage.SIZE_MAX || !CURSOR.matcher(after).matches()) {
            return ResponseEntity.badRequest()
                    .body(problem(
                            HttpStatus.BAD_REQUEST,
                            "wrong-page",
                            "No such page",
                            "limit is 1 to " + DecisionPage.SIZE_MAX + "; after is the page before's next."));
        }
        return answer(Optional.of(reads.decisions(after, limit)), () -> "");
    }

    private static Optional<String> sound(String holderId) {
        return Optional.of(holderId).filter(Form::isHolderId);
    }

    private ResponseEntity<Object> answer(Optional<?> found, Supplier<String> notFound) {
        var behind = Long.toString(reads.recordsBehind());
        return found.isPresent()
                ? ResponseEntity.ok().header(RECORDS_BEHIND, behind).body(found.get())
                : ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .header(RECORDS_BEHIND, behind)
                        .body(problem(HttpStatus.NOT_FOUND, "not-found", "Not found", notFound.get()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(ReadsUnavailableException e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "catching-up",
                        "Still catching up",
                        String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> elsewhere(ElsewhereException e) {
        var problem = problem(
                HttpStatus.MISDIRECTED_REQUEST,
                "elsewhere",
                "Another instance answers this",
                e.getMessage() + " Ask it instead.");
        problem.setProperty("owner", e.owner());
        return ResponseEntity.status(HttpStatus.MISDIRECTED_REQUEST).body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:tenkyo:problem:" + type));
        problem.setTitle(title);
        return problem;
    }
}
