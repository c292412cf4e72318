package jp.tenkyo.status.webhooks;

import jp.tenkyo.status.access.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stands where another instance delivers. */
@RestController
@ConditionalOnProperty(name = "tenkyo.webhooks.deliver-here", havingValue = "false")
class ElsewhereController {

    @RequestMapping({"/webhooks", "/webhooks/**"})
    ResponseEntity<Object> elsewhere() {
        return Problem.answer(
                HttpStatus.MISDIRECTED_REQUEST,
                "elsewhere",
                "Another instance delivers",
                "Subscriptions are kept by the one instance that delivers. Ask that one.");
    }
}
