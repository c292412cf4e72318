package jp.tenkyo.notifier.sending;

import java.time.InstantSource;
import java.util.Optional;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.notifier.core.Delivery;
import jp.tenkyo.notifier.core.MessageId;
import jp.tenkyo.notifier.core.Reach;
import jp.tenkyo.notifier.core.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try at telling one holder. Safe for several threads. */
final class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final Outbox outbox;
    private final Mailer mailer;
    private final Letters letters;
    private final ServerPause pause;
    private final InstantSource clock;
    private final SenderSettings settings;

    Attempt(
            Outbox outbox,
            Mailer mailer,
            Letters letters,
            ServerPause pause,
            InstantSource clock,
            SenderSettings settings) {
        this.outbox = outbox;
        this.mailer = mailer;
        this.letters = letters;
        this.pause = pause;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * @param contactsRead whether contact-points was read at least as far as it went when the notice came
     * @return what is to be recorded; empty where the notice is void by now, or has to wait
     */
    Optional<Delivery> at(Outbox.Entry entry, boolean contactsRead) {
        var contact =
                outbox.contactPoint(entry.partition(), entry.waiting().notice().holderId());
        if (contact == null && !contactsRead) {
            return Optional.empty();
        }
        return switch (Reach.of(contact)) {
            case Reach.NotReached(var outcome, var detail) ->
                outbox.holds(entry.partition(), entry.due())
                        ? Optional.of(delivery(entry, outcome, entry.waiting().attempts(), detail))
                        : Optional.empty();
            case Reach.ByMail mail -> send(entry, mail);
        };
    }

    private Optional<Delivery> send(Outbox.Entry entry, Reach.ByMail mail) {
        var notice = entry.waiting().notice();
        var answer = mailer.send(
                mail.address(),
                MessageId.of(notice.noticeId(), settings.messageIdDomain()),
                letters.of(notice, mail.language()),
                () -> outbox.holds(entry.partition(), entry.due()));
        return switch (answer) {
            case Mailer.Answer.NotWanted() -> Optional.empty();
            case Mailer.Answer.Replied(var reply) ->
                judged(entry, Verdict.of(reply, entry.nextAttempt(), settings.attemptsMax()));
        };
    }

    private Optional<Delivery> judged(Outbox.Entry entry, Verdict verdict) {
        return switch (verdict) {
            case Verdict.ServerAway(var detail) -> {
                pause.away(clock.instant());
                LOG.warn("The mail server does not serve us ({}); all sending pauses.", detail);
                yield Optional.empty();
            }
            case Verdict.Attempted(var outcome, var detail) -> {
                pause.back();
                yield Optional.of(delivery(entry, outcome, entry.nextAttempt(), detail));
            }
        };
    }

    private Delivery delivery(Outbox.Entry entry, DeliveryOutcome outcome, int number, String detail) {
        var notice = entry.waiting().notice();
        return new Delivery(notice.noticeId(), notice.holderId(), outcome, number, detail, clock.instant());
    }
}
