package jp.tenkyo.status.page;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A page as it is answered: of the moment, without scripts, and with nothing from elsewhere. */
public final class HtmlAnswer {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    /** The icon is an empty one, in the page itself, so that no browser asks for another. */
    private static final String NOTHING_FROM_ELSEWHERE = "default-src 'none'; style-src 'self'; img-src data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private HtmlAnswer() {}

    public static ResponseEntity<String> of(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", NOTHING_FROM_ELSEWHERE)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(html);
    }
}
