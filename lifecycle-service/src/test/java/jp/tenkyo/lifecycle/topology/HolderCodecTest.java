package jp.tenkyo.lifecycle.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.core.Arrivals;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.Certificate;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.ChangeMarks;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.EndingCause;
import jp.tenkyo.lifecycle.core.Finding;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.MoveOutTimer;
import jp.tenkyo.lifecycle.core.Notice;
import jp.tenkyo.lifecycle.core.NoticeStage;
import jp.tenkyo.lifecycle.core.Pin;
import jp.tenkyo.lifecycle.core.PinName;
import jp.tenkyo.lifecycle.core.PinState;
import jp.tenkyo.lifecycle.core.Question;
import jp.tenkyo.lifecycle.core.RecordNumbers;
import jp.tenkyo.lifecycle.core.ReminderStage;
import jp.tenkyo.lifecycle.core.Residence;
import jp.tenkyo.lifecycle.core.RevocationGround;
import jp.tenkyo.lifecycle.core.RevocationReason;
import jp.tenkyo.lifecycle.core.Status;
import jp.tenkyo.lifecycle.core.WaitingChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HolderCodecTest {

    private static final String HOLDER = "holder-00000000-0000-0000-0000-000000000001";
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00.123Z");
    private static final CertificateId ID = new CertificateId("0123456789abcdef0123456789abcdef01234567", "1a2b3c4d");
    private static final CertificateId ODD = new CertificateId("ff23456789abcdef0123456789abcdef01234567", "fab");

    static Stream<Symbols<?>> symbols() {
        return Stream.of(
                Symbols.KINDS,
                Symbols.CARRIERS,
                Symbols.REMINDERS,
                Symbols.PINS,
                Symbols.REVOCATION_REASONS,
                Symbols.ATTRIBUTES,
                Symbols.CHANGE_REASONS,
                Symbols.NOTICE_STAGES,
                Symbols.CAUSES);
    }

    @Test
    void a_holder_is_read_as_it_was_written() {
        for (var status : List.of(
                new Status.Good(),
                new Status.OnHold(NOW),
                new Status.Revoked(RevocationReason.AFFILIATION_CHANGED, NOW),
                new Status.Expired())) {
            var stored = new StoredHolder(holder(status), Optional.of(NOW));
            assertThat(HolderCodec.read(HOLDER, HolderCodec.write(stored))).isEqualTo(stored);
        }
    }

    @Test
    void an_unknown_holder_is_read_as_it_was_written() {
        var stored = new StoredHolder(Holder.unknown(HOLDER), Optional.empty());
        assertThat(HolderCodec.read(HOLDER, HolderCodec.write(stored))).isEqualTo(stored);
    }

    @ParameterizedTest
    @MethodSource("symbols")
    void every_symbol_has_a_number_of_its_own(Symbols<?> symbols) {
        assertThat(symbols.inOrder())
                .doesNotHaveDuplicates()
                .hasSize(symbols.type().getEnumConstants().length);
    }

    @Test
    void sets_of_symbols_are_bits_of_one_byte() {
        assertThat(Symbols.ATTRIBUTES.inOrder()).hasSizeLessThanOrEqualTo(Byte.SIZE);
        assertThat(Symbols.REMINDERS.inOrder()).hasSizeLessThanOrEqualTo(Byte.SIZE);
        var all = EnumSet.allOf(ChangedAttribute.class);
        assertThat(Symbols.ATTRIBUTES.symbols((byte) Symbols.ATTRIBUTES.bits(all)))
                .isEqualTo(all);
    }

    /** 100 million holders: what each costs is what the store costs. */
    @Test
    void a_holder_of_two_certificates_takes_at_most_200_bytes() {
        var holder = holderOfTwo();
        assertThat(HolderCodec.write(new StoredHolder(holder, Optional.of(NOW))))
                .hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void a_form_that_is_not_known_is_refused_loudly() {
        assertThatThrownBy(() -> HolderCodec.read(HOLDER, new byte[] {9}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("form 9");
    }

    /** Both certificates of a card, serials as long as RFC 5280 allows, moved in once. */
    private static Holder holderOfTwo() {
        var serial = "7f".repeat(20);
        var signing = new CertificateId("ab".repeat(20), serial);
        var authentication = new CertificateId("cd".repeat(20), serial);
        var until = Instant.parse("2030-02-17T14:59:59Z");
        var from = Instant.parse("2025-10-27T01:00:00Z");
        var known = new Residence(
                new ChangeMarks(Map.of(), Map.of(), Map.of()),
                new Arrivals(Optional.of(LocalDate.of(2025, 10, 1)), 1, 0, 0),
                new RecordNumbers(3, List.of(), false));
        return new Holder(
                HOLDER,
                NOW,
                false,
                List.of(
                        new Certificate(
                                signing,
                                Kind.SIGNING,
                                Carrier.CARD,
                                "012246",
                                3,
                                from,
                                until,
                                new Status.Good(),
                                1,
                                Set.of()),
                        new Certificate(
                                authentication,
                                Kind.AUTHENTICATION,
                                Carrier.CARD,
                                "012246",
                                3,
                                from,
                                until,
                                new Status.Good(),
                                1,
                                Set.of())),
                Map.of("012246", known),
                List.of(),
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                List.of());
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
        var marks = new ChangeMarks(
                ends,
                Map.of(Kind.AUTHENTICATION, new ChangeMarks.DateMark(LocalDate.of(2026, 4, 1), ground)),
                Map.of(Kind.SIGNING, new ChangeMarks.DateMark(LocalDate.of(2026, 4, 2), ground)));
        var residence = new Residence(
                marks,
                new Arrivals(Optional.of(LocalDate.of(2026, 3, 30)), 5, 6, 7),
                new RecordNumbers(20, List.of(new RecordNumbers.Gap(3, 4), new RecordNumbers.Gap(9, 19)), true));
        return new Holder(
                HOLDER,
                NOW,
                true,
                List.of(certificate),
                Map.of("012246", residence),
                List.of(new WaitingChange(
                        "012246",
                        9,
                        ChangeReason.MOVED_ABROAD,
                        true,
                        EnumSet.noneOf(ChangedAttribute.class),
                        LocalDate.of(2026, 4, 1),
                        Optional.of(LocalDate.of(2026, 4, 5)),
                        LocalDate.of(2026, 4, 3),
                        true)),
                List.of(new MoveOutTimer(
                        "012246", 9, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 3), LocalDate.of(2026, 5, 4))),
                List.of(new Notice(
                        "notice",
                        Carrier.CARD,
                        NoticeStage.SIGNING_REVOKED,
                        LocalDate.of(2026, 4, 4),
                        List.of(ID, ODD),
                        Optional.of(EndingCause.RESIDENT_CHANGE),
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
