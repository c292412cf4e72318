package jp.tenkyo.lifecycle.reads;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.lifecycle.issuers.Issuer;
import jp.tenkyo.lifecycle.issuers.Issuers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers which issuers there are, and what has to be published of them without delay. */
@RestController
class AnnouncementsController {

    private static final String RETRY_AFTER_SECONDS = "2";

    private final Issuers issuers;
    private final AnnouncementSource source;

    AnnouncementsController(Issuers issuers, AnnouncementSource source) {
        this.issuers = issuers;
        this.source = source;
    }

    /**
     * An issuer that is set.
     *
     * @param compromisedSince when that was recorded; null while nothing is known of it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record IssuerView(
            String issuerKeyId,
            String subject,
            String kind,
            Instant notBefore,
            Instant notAfter,
            @Nullable Instant compromisedSince) {}

    /** @param issuers in the order in which they are set; none where certificates of every issuer are taken */
    record IssuersAnswer(boolean upToDate, List<IssuerView> issuers) {}

    @GetMapping("/announcements")
    Announcements announcements() {
        return source.announcements();
    }

    @GetMapping("/issuers")
    IssuersAnswer issuers() {
        var now = source.announcements();
        return new IssuersAnswer(
                now.upToDate(),
                issuers.all().stream().map(issuer -> view(issuer, now)).toList());
    }

    private static IssuerView view(Issuer issuer, Announcements now) {
        Optional<Instant> since = now.announcements().stream()
                .filter(line -> line.issuerKeyId().equals(issuer.keyId()))
                .map(Announcement::recordedAt)
                .findFirst();
        return new IssuerView(
                issuer.keyId(),
                issuer.subject(),
                issuer.kind().name(),
                issuer.notBefore(),
                issuer.notAfter(),
                since.orElse(null));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(ReadsUnavailableException e) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
        problem.setType(URI.create("urn:tenkyo:problem:catching-up"));
        problem.setTitle("Still catching up");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(problem);
    }
}
