package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an input in itself (rule book 8). */
class FormTest {

    private static final Instant NOW = Story.tokyo("2026-04-10T10:00");

    @Test
    void sound_inputs_have_no_faults() {
        assertThat(Form.problemsOf(because(ChangeReason.ALIAS_ADDED).change(), NOW))
                .isEmpty();
        assertThat(Form.problemsOf(signing("s").registration())).isEmpty();
        assertThat(Form.problemsOf(action("h-1", Ground.CARD_LOST, Ground.Request.HOLD, Story.id("s"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "病", "x\n"})
    void an_input_id_is_printable_ascii(String id) {
        assertThat(codes(Form.problemsOf(change(id, "h-1", "012246", 1), NOW)))
                .containsExactly(OutcomeCode.EVENT_ID_INVALID);
        assertThat(codes(Form.problemsOf(registration(id, Story.id("s"), "1980-02-17"))))
                .containsExactly(OutcomeCode.REQUEST_ID_INVALID);
    }

    @Test
    void an_input_id_has_at_most_128_characters() {
        assertThat(Form.problemsOf(change("e".repeat(128), "h-1", "012246", 1), NOW))
                .isEmpty();
        assertThat(codes(Form.problemsOf(change("e".repeat(129), "h-1", "012246", 1), NOW)))
                .containsExactly(OutcomeCode.EVENT_ID_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a:b", "住民", "a\n"})
    void a_holder_is_named_by_an_opaque_identifier(String holder) {
        assertThat(codes(Form.problemsOf(change("e-1", holder, "012246", 1), NOW)))
                .containsExactly(OutcomeCode.HOLDER_ID_INVALID);
        assertThat(codes(Form.problemsOf(action(holder, Ground.CARD_LOST, Ground.Request.HOLD, Story.id("s")))))
                .containsExactly(OutcomeCode.HOLDER_ID_INVALID);
    }

    @Test
    void a_holders_identifier_has_at_most_64_characters() {
        assertThat(Form.isHolderId("Az09._-" + "x".repeat(57))).isTrue();
        assertThat(Form.isHolderId("x".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"012246", "011002", "131016", "132217"})
    void municipality_codes_have_a_check_digit(String code) {
        assertThat(Form.problemsOf(change("e-1", "h-1", code, 1), NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"012245", "12246", "0122460", "01224x", "", "０１２２４６", "102246"})
    void a_code_without_its_check_digit_or_leading_zero_is_none(String code) {
        assertThat(codes(Form.problemsOf(change("e-1", "h-1", code, 1), NOW)))
                .containsExactly(OutcomeCode.MUNICIPALITY_INVALID);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void record_numbers_count_from_1(int number) {
        assertThat(codes(Form.problemsOf(change("e-1", "h-1", "012246", number), NOW)))
                .containsExactly(OutcomeCode.RECORD_NUMBER_INVALID);
        assertThat(codes(Form.problemsOf(signing("s").number(number).registration())))
                .containsExactly(OutcomeCode.RECORD_NUMBER_INVALID);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_date_after_the_processed_date_is_for_move_outs_alone(ChangeReason reason) {
        var change = sound(reason).happened("2026-04-11").processed("2026-04-10");
        var moveOut = reason == ChangeReason.MOVED_OUT || reason == ChangeReason.MOVED_ABROAD;
        assertThat(codes(Form.problemsOf(change.change(), NOW)))
                .isEqualTo(moveOut ? List.of() : List.of(OutcomeCode.EVENT_DATE_AFTER_PROCESSED_DATE));
    }

    @ParameterizedTest
    @EnumSource
    void no_change_is_processed_after_today(ChangeReason reason) {
        var tomorrow = sound(reason).happened("2026-04-10").processed("2026-04-11");
        assertThat(codes(Form.problemsOf(tomorrow.change(), NOW)))
                .containsExactly(OutcomeCode.PROCESSED_DATE_IN_FUTURE);
        assertThat(Form.problemsOf(tomorrow.change(), Story.tokyo("2026-04-11T00:00")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_changed_is_missing_where_it_alone_decides(ChangeReason reason) {
        var needed = reason == ChangeReason.CORRECTED_EX_OFFICIO
                || reason == ChangeReason.CORRECTED_ERROR
                || reason == ChangeReason.ANNULLED_CORRECTION;
        assertThat(codes(Form.problemsOf(sound(reason).touching().change(), NOW)))
                .isEqualTo(needed ? List.of(OutcomeCode.CHANGED_MISSING) : List.of());
    }

    @Test
    void a_planned_move_out_date_belongs_to_a_move_out() {
        assertThat(Form.problemsOf(
                        because(ChangeReason.MOVED_OUT).planned("2026-04-20").change(), NOW))
                .isEmpty();
        assertThat(codes(Form.problemsOf(
                        because(ChangeReason.MOVED_IN).planned("2026-04-20").change(), NOW)))
                .containsExactly(OutcomeCode.PLANNED_MOVE_OUT_DATE_NOT_APPLICABLE);
    }

    @Test
    void continued_use_belongs_to_a_move_abroad_and_must_be_there() {
        assertThat(Form.problemsOf(Changed.movedAbroad(false).change(), NOW)).isEmpty();
        assertThat(codes(Form.problemsOf(because(ChangeReason.MOVED_ABROAD).change(), NOW)))
                .containsExactly(OutcomeCode.CONTINUED_USE_MISSING);
        assertThat(codes(Form.problemsOf(
                        because(ChangeReason.MOVED_OUT)
                                .continuedUse(Optional.of(true))
                                .change(),
                        NOW)))
                .containsExactly(OutcomeCode.CONTINUED_USE_NOT_APPLICABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "zz"})
    void an_issuer_is_named_by_the_sha_1_of_its_key(String keyId) {
        var id = new CertificateId(keyId, "1");
        assertThat(codes(Form.problemsOf(registration("r-1", id, "1980-02-17"))))
                .containsExactly(OutcomeCode.ISSUER_KEY_ID_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00", "01", "g", "-1", "11111111111111111111111111111111111111111"})
    void a_serial_is_positive_canonical_and_of_at_most_20_octets(String serial) {
        var id = new CertificateId("ab".repeat(20), serial);
        assertThat(codes(Form.problemsOf(registration("r-1", id, "1980-02-17"))))
                .containsExactly(OutcomeCode.SERIAL_INVALID);
        assertThat(codes(Form.problemsOf(action("h-1", Ground.CARD_LOST, Ground.Request.HOLD, id))))
                .containsExactly(OutcomeCode.CERTIFICATE_ID_INVALID);
    }

    @Test
    void ids_are_taken_in_any_case_and_with_leading_zeros() {
        assertThat(CertificateId.of("AB".repeat(20), "00fF")).isEqualTo(new CertificateId("ab".repeat(20), "ff"));
        assertThat(CertificateId.parse("AB".repeat(20) + ":0A").map(CertificateId::toString))
                .contains("ab".repeat(20) + ":a");
        assertThat(CertificateId.parse("ab")).isEmpty();
        assertThat(CertificateId.parse("ab:1:2")).isEmpty();
    }

    @Test
    void a_certificate_ends_after_it_begins() {
        assertThat(codes(Form.problemsOf(
                        signing("s").made("2030-02-18").until("2030-02-17").registration())))
                .containsExactly(OutcomeCode.NOT_AFTER_BEFORE_NOT_BEFORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1980-2-17", "19800217", "S55.2.17", "1980-02-17T00:00", "１９８０-０２-１７"})
    void a_date_of_birth_has_the_form_of_a_date(String born) {
        assertThat(codes(Form.problemsOf(registration("r-1", Story.id("s"), born))))
                .containsExactly(OutcomeCode.DATE_OF_BIRTH_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1950-00-00", "1950-02-30", "0000-00-00", "1980-02-17"})
    void a_date_of_birth_need_not_be_in_the_calendar(String born) {
        assertThat(Form.problemsOf(registration("r-1", Story.id("s"), born))).isEmpty();
    }

    @Test
    void the_legacy_card_carries_signing_alone() {
        assertThat(Form.problemsOf(signing("s").on(Carrier.RESIDENT_CARD).registration()))
                .isEmpty();
        assertThat(codes(Form.problemsOf(
                        authentication("a").on(Carrier.RESIDENT_CARD).registration())))
                .containsExactly(OutcomeCode.KIND_NOT_ON_CARRIER);
    }

    @ParameterizedTest
    @EnumSource
    void a_ground_belongs_to_one_type_of_request(Ground ground) {
        for (var request : Ground.Request.values()) {
            assertThat(codes(Form.problemsOf(action("h-1", ground, request, Story.id("s")))))
                    .isEqualTo(request == ground.request() ? List.of() : List.of(OutcomeCode.GROUND_NOT_FOR_TYPE));
        }
    }

    @Test
    void all_faults_are_told_and_the_first_one_decides() {
        var change = because(ChangeReason.CORRECTED_ERROR).at("000000", 0).on("2026-04-11");
        assertThat(codes(Form.problemsOf(change.change(), NOW)))
                .containsExactly(
                        OutcomeCode.MUNICIPALITY_INVALID,
                        OutcomeCode.RECORD_NUMBER_INVALID,
                        OutcomeCode.PROCESSED_DATE_IN_FUTURE,
                        OutcomeCode.CHANGED_MISSING);
        Story.begin().when(change).thenOutcome(Decision.Rejected.class, OutcomeCode.MUNICIPALITY_INVALID);
    }

    private static Changed sound(ChangeReason reason) {
        return because(reason)
                .touching(ChangedAttribute.NAME)
                .continuedUse(reason == ChangeReason.MOVED_ABROAD ? Optional.of(true) : Optional.empty());
    }

    private static ResidentChange change(String eventId, String holderId, String municipality, int number) {
        var sound = because(ChangeReason.ALIAS_ADDED).change();
        return new ResidentChange(
                eventId,
                holderId,
                municipality,
                number,
                sound.reason(),
                sound.changed(),
                sound.eventDate(),
                sound.notifiedDate(),
                sound.processedDate(),
                sound.plannedMoveOutDate(),
                sound.continuedUse(),
                sound.amends());
    }

    private static Registration registration(String requestId, CertificateId id, String born) {
        var sound = signing("s").registration();
        return new Registration(
                requestId,
                sound.holderId(),
                sound.municipality(),
                sound.type(),
                sound.carrier(),
                sound.kind(),
                id,
                sound.notBefore(),
                sound.notAfter(),
                born,
                sound.cardExpiresOn(),
                sound.recordNumber());
    }

    private static Action action(String holderId, Ground ground, Ground.Request request, CertificateId id) {
        return new Action("r-1", holderId, "012246", request, id, ground);
    }

    private static List<OutcomeCode> codes(List<Form.Problem> problems) {
        return problems.stream().map(Form.Problem::code).toList();
    }
}
