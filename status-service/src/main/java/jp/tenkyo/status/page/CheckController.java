package jp.tenkyo.status.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import jp.tenkyo.status.page.Verdict.NotAsked;
import jp.tenkyo.status.page.Verdict.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** The page over HTTP. Neither a file nor a serial is in an address, so that no log on the way has it. */
@RestController
class CheckController {

    private final CertificateLookup lookup;
    private final CheckPage page;

    CheckController(CertificateLookup lookup, CheckPage page) {
        this.lookup = lookup;
        this.page = page;
    }

    @GetMapping("/check")
    ResponseEntity<String> form(HttpServletRequest request) {
        return HtmlAnswer.of(HttpStatus.OK, page.html(PageLanguage.of(request), Optional.empty(), "", ""));
    }

    @PostMapping(path = "/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<String> byFile(
            @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request)
            throws IOException {
        return answer(lookup.byFile(file == null ? new byte[0] : file.getBytes()), PageLanguage.of(request), "", "");
    }

    @PostMapping(path = "/check", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> bySerial(
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "") String serial,
            HttpServletRequest request) {
        return answer(lookup.bySerial(issuer, serial), PageLanguage.of(request), issuer, serial);
    }

    /** The server has kept no more of it than the bound. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<String> tooLarge(HttpServletRequest request) {
        return answer(new NotAsked(Problem.TOO_LARGE), PageLanguage.of(request), "", "");
    }

    @ExceptionHandler(MultipartException.class)
    ResponseEntity<String> unreadable(HttpServletRequest request) {
        return answer(new NotAsked(Problem.DAMAGED), PageLanguage.of(request), "", "");
    }

    private ResponseEntity<String> answer(Verdict verdict, Locale locale, String issuer, String serial) {
        var status =
                switch (verdict) {
                    case Verdict.NotNow _ -> HttpStatus.SERVICE_UNAVAILABLE;
                    case NotAsked(var problem) ->
                        problem == Problem.TOO_LARGE ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
                    case Verdict.Good _, Verdict.Revoked _, Verdict.OnHold _, Verdict.Expired _, Verdict.Unknown _ ->
                        HttpStatus.OK;
                };
        return HtmlAnswer.of(status, page.html(locale, Optional.of(verdict), issuer, serial));
    }
}
