package jp.tenkyo.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.Certificate;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Lifecycle;
import jp.tenkyo.lifecycle.core.Pin;
import jp.tenkyo.lifecycle.core.PinName;
import jp.tenkyo.lifecycle.core.PinState;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ReminderStage;
import jp.tenkyo.lifecycle.core.RevocationReason;
import jp.tenkyo.lifecycle.core.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That no holder is another one after it has been stored. */
class HolderJsonTest {

    private static final Instant NOW = Instant.parse("2026-04-10T01:00:00Z");

    static Stream<Status> statuses() {
        return Stream.of(
                new Status.Good(),
                new Status.OnHold(NOW),
                new Status.Revoked(RevocationReason.SUPERSEDED, NOW),
                new Status.Expired());
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void a_holder_is_read_as_it_was_written(Status status) {
        var holder = holder(status);
        assertThat(HolderJson.read(HolderJson.write(holder))).isEqualTo(holder);
    }

    private static Holder holder(Status status) {
        var certificate = new Certificate(
                CertificateId.of("5a".repeat(20), "2000"),
                Kind.SIGNING,
                Carrier.CARD,
                "012246",
                1,
                NOW,
                NOW.plusSeconds(60),
                status,
                2,
                Set.of(ReminderStage.WINDOW_OPENED));
        var pins = new TreeMap<PinName, PinState>();
        pins.put(new PinName(Pin.SIGNING, Carrier.CARD), new PinState(2, false, 7, 1));
        var known = registered();
        return new Holder(
                known.id(),
                NOW,
                false,
                List.of(certificate),
                known.residences(),
                known.waiting(),
                known.timers(),
                known.notices(),
                pins,
                known.questions());
    }

    /** With marks, numbers, a notice and a question. */
    private static Holder registered() {
        var unknownBirthday = new Registration(
                "request-1",
                "holder-1",
                "012246",
                Registration.Type.ISSUE,
                Carrier.CARD,
                Kind.SIGNING,
                CertificateId.of("5a".repeat(20), "1000"),
                NOW,
                NOW.plusSeconds(60),
                "1950-00-00",
                Optional.of(LocalDate.of(2030, 1, 1)),
                1);
        return Lifecycle.handle(
                        Holder.unknown("holder-1"),
                        new Command.RegisterCertificate(unknownBirthday),
                        NOW,
                        Policy.ofRuleBook())
                .holder();
    }
}
