package jp.tenkyo.notifier.start;

import java.time.InstantSource;
import java.util.Map;
import jp.tenkyo.notifier.sending.Outbox;
import jp.tenkyo.notifier.sending.Sender;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counters for a start page: of this instance, since it started. */
@RestController
class DeliverySummary {

    private final NotifierMetrics metrics;
    private final Outbox outbox;
    private final Sender sender;
    private final InstantSource clock;

    DeliverySummary(NotifierMetrics metrics, Outbox outbox, Sender sender, InstantSource clock) {
        this.metrics = metrics;
        this.outbox = outbox;
        this.sender = sender;
        this.clock = clock;
    }

    record Summary(Map<String, Long> outcomes, long waiting, long oldestWaitingSeconds, boolean mailServerAway) {}

    @GetMapping("/deliveries/summary")
    Summary summary() {
        return new Summary(
                metrics.outcomes(),
                NotifierMetrics.waiting(outbox),
                NotifierMetrics.oldestSeconds(sender, clock),
                sender.mailServerAway());
    }
}
