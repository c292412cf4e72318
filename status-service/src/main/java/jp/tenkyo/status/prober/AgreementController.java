package jp.tenkyo.status.prober;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import jp.tenkyo.status.page.HtmlAnswer;
import jp.tenkyo.status.page.PageLanguage;
import jp.tenkyo.status.prober.core.Sample;
import jp.tenkyo.status.start.Clocks;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.ITemplateEngine;

/** Shows whether the channels agree. Figures alone: whoever may see the metrics may see this. */
@RestController
@ConditionalOnBooleanProperty("tenkyo.prober.enabled")
class AgreementController {

    private final AgreementPage page;
    private final Sample sample;
    private final InstantSource clock;

    AgreementController(ITemplateEngine templates, Sample sample, Clocks clocks) {
        this.page = new AgreementPage(templates);
        this.sample = sample;
        this.clock = clocks.monotonic();
    }

    @GetMapping("/agreement")
    ResponseEntity<String> agreement(HttpServletRequest request) {
        return HtmlAnswer.of(HttpStatus.OK, page.html(PageLanguage.of(request), sample.standing(clock.instant())));
    }
}
