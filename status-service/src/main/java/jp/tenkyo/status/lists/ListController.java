package jp.tenkyo.status.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.start.Clocks;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands revocation lists out (RFC 2585: application/pkix-crl). */
@RestController
class ListController {

    private static final MediaType TYPE = MediaType.parseMediaType("application/pkix-crl");
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Map<String, IssuerLists> byIssuer;
    private final Freshness.Source freshness;
    private final InstantSource clock;
    private final CacheControl untilTheNext;

    ListController(
            ListConfiguration.Shelves shelves, Freshness.Source freshness, ListSettings settings, Clocks clocks) {
        this.byIssuer = shelves.all().stream().collect(Collectors.toMap(IssuerLists::issuerKeyId, Function.identity()));
        this.freshness = freshness;
        this.clock = clocks.machine();
        this.untilTheNext =
                CacheControl.maxAge(settings.buildEvery()).cachePublic().mustRevalidate();
    }

    /** The full list of an issuer. */
    @GetMapping("/lists/{issuer:[0-9a-f]{40}}.crl")
    ResponseEntity<Resource> full(@PathVariable String issuer) throws IOException {
        return standing(issuer, ListName.FULL);
    }

    /** The list of a municipality by its code, or the delta to the full list. */
    @GetMapping("/lists/{issuer:[0-9a-f]{40}}/{name:\\d{6}|delta}.crl")
    ResponseEntity<Resource> part(@PathVariable String issuer, @PathVariable String name) throws IOException {
        return standing(issuer, ListName.parse(name).orElseThrow());
    }

    /** A list that stands or once stood, by its number. */
    @GetMapping("/lists/{issuer:[0-9a-f]{40}}/{name:\\d{6}|delta|full}/{number:\\d{1,18}}.crl")
    ResponseEntity<Resource> kept(@PathVariable String issuer, @PathVariable String name, @PathVariable long number)
            throws IOException {
        var lists = byIssuer.get(issuer);
        var list = ListName.parse(name).orElseThrow();
        // A crash may have left one with a higher number, which was never published.
        if (lists == null || number > lists.standing().numberOf(list)) {
            return notFound();
        }
        var file = lists.shelf().find(list, number);
        return file.isEmpty() ? notFound() : answer(file.get(), list, number, FOR_GOOD);
    }

    private ResponseEntity<Resource> standing(String issuer, ListName name) throws IOException {
        var lists = byIssuer.get(issuer);
        if (lists == null) {
            return notFound();
        }
        var list = lists.standing().of(name);
        if (list.isEmpty()) {
            return willCome(name, lists) ? tryLater() : notFound();
        }
        var file = lists.shelf().find(name, list.get().number());
        var isOver = !clock.instant().isBefore(list.get().nextUpdate());
        return file.isEmpty() || isOver || !freshness.now().isFresh()
                ? tryLater()
                : answer(file.get(), name, list.get().number(), untilTheNext);
    }

    /** There is a delta once something can have changed since the first full list. */
    private static boolean willCome(ListName name, IssuerLists lists) throws IOException {
        return name.equals(ListName.FULL)
                || (name.equals(ListName.DELTA)
                        && lists.standing().of(ListName.FULL).isEmpty());
    }

    private static ResponseEntity<Resource> answer(Path file, ListName name, long number, CacheControl cached)
            throws IOException {
        var resource = new FileSystemResource(file);
        return ResponseEntity.ok()
                .contentType(TYPE)
                .cacheControl(cached)
                .eTag("\"%s-%d\"".formatted(name, number))
                .lastModified(resource.lastModified())
                .body(resource);
    }

    private static ResponseEntity<Resource> notFound() {
        return ResponseEntity.of(Optional.empty());
    }

    /** Nobody takes a list for the present one that is not. */
    private static ResponseEntity<Resource> tryLater() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
