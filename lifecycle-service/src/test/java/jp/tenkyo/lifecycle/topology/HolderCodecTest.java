package jp.tenkyo.lifecycle.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.Certificate;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.ChangeMarks;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.Finding;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Notice;
import jp.tenkyo.lifecycle.core.NoticeStage;
import jp.tenkyo.lifecycle.core.Pin;
import jp.tenkyo.lifecycle.core.PinName;
import jp.tenkyo.lifecycle.core.PinState;
import jp.tenkyo.lifecycle.core.Question;
import jp.tenkyo.lifecycle.core.ReminderStage;
import jp.tenkyo.lifecycle.core.RevocationGround;
import jp.tenkyo.lifecycle.core.RevocationReason;
import jp.tenkyo.lifecycle.core.Status;
import jp.tenkyo.lifecycle.core.WaitingChange;
import org.junit.jupiter.api.Test;

class HolderCodecTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00.123Z");
    private static final CertificateId ID = new CertificateId("0123456789abcdef0123456789abcdef01234567", "1a2b3c4d");

    @Test
    void a_holder_is_read_as_it_was_written() {
        for (var status : List.of(
                new Status.Good(),
                new Status.OnHold(NOW),
                new Status.Revoked(RevocationReason.AFFILIATION_CHANGED, NOW),
                new Status.Expired())) {
            var stored = new StoredHolder(holder(status), Optional.of(NOW));
            assertThat(HolderCodec.read(HolderCodec.write(stored))).isEqualTo(stored);
        }
    }

    @Test
    void every_symbol_has_a_number() {
        for (var carrier : Carrier.values()) {
            var notice = new Notice("n", carrier, NoticeStage.RENEWED, LocalDate.EPOCH, List.of(ID), Optional.empty());
            var holder = new Holder(
                    "h",
                    NOW,
                    false,
                    List.of(),
                    Collections.emptySortedMap(),
                    List.of(),
                    List.of(notice),
                    pinsOf(carrier),
                    List.of());
            var stored = new StoredHolder(holder, Optional.empty());
            assertThat(HolderCodec.read(HolderCodec.write(stored))).isEqualTo(stored);
        }
    }

    @Test
    void a_holder_of_the_first_form_has_neither_pins_nor_questions() {
        var stored = new StoredHolder(Holder.unknown("h"), Optional.of(NOW));
        var bytes = HolderCodec.write(stored);
        var first = Arrays.copyOf(bytes, bytes.length - 2 * Integer.BYTES);
        first[0] = 1;
        assertThat(HolderCodec.read(first)).isEqualTo(stored);
    }

    @Test
    void a_form_that_is_not_known_is_refused_loudly() {
        assertThatThrownBy(() -> HolderCodec.read(new byte[] {9}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("form 9");
    }

    private static Holder holder(Status status) {
        var ground = new RevocationGround(
                ChangeReason.CORRECTED_EX_OFFICIO,
                RevocationReason.AFFILIATION_CHANGED,
                EnumSet.of(ChangedAttribute.NAME, ChangedAttribute.SEX));
        var certificate = new Certificate(
                ID, Kind.SIGNING, Carrier.PHONE, "012246", 7, NOW, NOW, status, 3, EnumSet.allOf(ReminderStage.class));
        var ends = new EnumMap<Kind, ChangeMarks.NumberMark>(Kind.class);
        ends.put(Kind.SIGNING, new ChangeMarks.NumberMark(8, ground));
        var marks = new TreeMap<>(Map.of(
                "012246",
                new ChangeMarks(
                        ends,
                        Map.of(Kind.AUTHENTICATION, new ChangeMarks.DateMark(LocalDate.of(2026, 4, 1), ground)),
                        Map.of(Kind.SIGNING, new ChangeMarks.DateMark(LocalDate.of(2026, 4, 2), ground)))));
        return new Holder(
                "holder",
                NOW,
                true,
                List.of(certificate),
                Collections.unmodifiableSortedMap(marks),
                List.of(new WaitingChange(
                        "012246",
                        9,
                        ChangeReason.MOVED_ABROAD,
                        true,
                        EnumSet.noneOf(ChangedAttribute.class),
                        LocalDate.of(2026, 4, 3))),
                List.of(new Notice(
                        "notice",
                        Carrier.CARD,
                        NoticeStage.SIGNING_REVOKED,
                        LocalDate.of(2026, 4, 4),
                        List.of(ID),
                        Optional.of(ground))),
                pinsOf(Carrier.CARD),
                List.of(new Question(ID, Finding.Code.DATE_OF_BIRTH_NEEDS_DECISION, 2, true)));
    }

    private static SortedMap<PinName, PinState> pinsOf(Carrier carrier) {
        var pins = new TreeMap<PinName, PinState>();
        for (var pin : Pin.values()) {
            pins.put(new PinName(pin, carrier), new PinState(5, true, 5_000_000_000L, 7));
        }
        return Collections.unmodifiableSortedMap(pins);
    }
}
