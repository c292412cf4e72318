package jp.tenkyo.quickstart.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.RevocationReason;
import org.junit.jupiter.api.Test;

/** A made-up year and what the rules make of it. */
class CityYearTest {

    private static final YearSettings SETTINGS = YearSettings.whole(3_000, 12246, 2026);
    private static final CityYear YEAR = CityYear.generate(SETTINGS);

    @Test
    void equal_settings_make_equal_years() {
        var again = CityYear.generate(SETTINGS);
        assertThat(again.days()).isEqualTo(YEAR.days());
        assertThat(again.truth().reminders())
                .containsExactlyElementsOf(YEAR.truth().reminders().toList());
        assertThat(CityYear.generate(YearSettings.whole(3_000, 1, 2026)).days()).isNotEqualTo(YEAR.days());
    }

    @Test
    void most_people_move_in_march() {
        var byMonth = new TreeMap<Integer, Long>(YEAR.days().entrySet().stream()
                .flatMap(day -> day.getValue().stream()
                        .filter(CityYearTest::isMoveOut)
                        .map(_ -> day.getKey().getMonthValue()))
                .collect(Collectors.groupingBy(month -> month, Collectors.counting())));
        var peak = byMonth.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .orElseThrow();
        assertThat(peak.getKey()).isEqualTo(3);
        assertThat(byMonth.keySet()).hasSize(12);
    }

    @Test
    void counters_are_closed_at_weekends_and_at_the_turn_of_the_year() {
        assertThat(YEAR.days().keySet()).noneMatch(Season::isClosed);
        assertThat(Season.openOnOrAfter(LocalDate.of(2025, 12, 29))).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @Test
    void a_holder_has_one_occasion_a_day_at_most() {
        YEAR.days().forEach((day, inputs) -> {
            var holders = new HashSet<String>();
            inputs.stream()
                    .filter(YearInput.OfRecord.class::isInstance)
                    .forEach(input -> assertThat(holders.add(input.holderId()))
                            .as(day + " " + input)
                            .isTrue());
            assertThat(inputs.stream().filter(YearInput.OfCertificate.class::isInstance))
                    .noneMatch(input -> holders.contains(input.holderId()));
        });
    }

    @Test
    void those_born_on_29_february_expire_or_renew_by_the_28th() {
        var ending = YEAR.registrations()
                .filter(one -> one.value().getIssue().getDateOfBirth().endsWith("-02-29"))
                .filter(one -> Validity.endOf(LocalDate.of(2026, 2, 28))
                        .equals(one.value().getIssue().getNotAfter()))
                .toList();
        assertThat(ending).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void an_ended_certificate_has_no_further_turn() {
        assertThat(YEAR.truth().certificates()).allSatisfy(one -> {
            var before = one.turns().subList(0, one.turns().size() - 1);
            assertThat(before)
                    .extracting(Turn::state)
                    .doesNotContain(CertificateState.REVOKED, CertificateState.EXPIRED);
            assertThat(one.turns()).isSortedAccordingTo(Comparator.comparing(Turn::on));
        });
    }

    @Test
    void without_a_move_in_the_authentication_certificate_ends_31_days_after_the_planned_move_out() {
        var planned = YEAR.days().values().stream()
                .flatMap(inputs -> inputs.stream())
                .filter(CityYearTest::isMoveOut)
                .map(input -> ((YearInput.OfRecord) input).change())
                .collect(Collectors.toMap(
                        change -> change.getHolderId(), change -> change.getPlannedMoveOutDate(), (_, later) -> later));
        var ended = YEAR.truth()
                .certificates()
                .filter(one -> one.turns().getLast().because().equals("MOVE_OUT_TIMER"))
                .toList();
        assertThat(ended).isNotEmpty().allSatisfy(one -> {
            assertThat(one.kind()).isEqualTo(CertificateKind.AUTHENTICATION);
            assertThat(one.turns().getLast().on())
                    .isEqualTo(
                            Objects.requireNonNull(planned.get(one.holderId())).plusDays(31));
            assertThat(one.turns().getLast().reason()).isEqualTo(RevocationReason.cessationOfOperation);
        });
    }

    @Test
    void a_death_ends_all_and_no_reminder_follows() {
        var deaths = YEAR.truth().deaths();
        assertThat(deaths).isNotEmpty();
        var diedOn = YEAR.days().entrySet().stream()
                .flatMap(day -> day.getValue().stream()
                        .filter(input -> deaths.containsValue(input.inputId()))
                        .map(input -> Map.entry(input.holderId(), day.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
        var holderOf = YEAR.truth()
                .certificates()
                .collect(Collectors.toMap(one -> one.certificateId(), one -> one.holderId()));
        assertThat(YEAR.truth().certificates().filter(one -> deaths.containsKey(one.holderId())))
                .allSatisfy(one -> assertThat(one.turns().getLast().state())
                        .isIn(CertificateState.REVOKED, CertificateState.EXPIRED));
        assertThat(YEAR.truth().reminders())
                .allSatisfy(one -> assertThat(one.dueOn())
                        .isBeforeOrEqualTo(diedOn.getOrDefault(holderOf.get(one.certificateId()), one.dueOn())));
    }

    @Test
    void every_stage_falls_due_in_the_year() {
        assertThat(YEAR.truth().reminders().map(Reminder::stage).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        NoticeStage.WINDOW_OPENED,
                        NoticeStage.ONE_MONTH_LEFT,
                        NoticeStage.ONE_WEEK_LEFT,
                        NoticeStage.EXPIRED);
    }

    @Test
    void a_few_weeks_are_a_year_in_small() {
        var weeks =
                CityYear.generate(new YearSettings(300, 12246, LocalDate.of(2026, 3, 23), LocalDate.of(2026, 4, 5)));
        assertThat(weeks.days().keySet())
                .isNotEmpty()
                .allMatch(day -> !day.isBefore(LocalDate.of(2026, 3, 23)) && !day.isAfter(LocalDate.of(2026, 4, 5)));
        assertThatThrownBy(() -> new YearSettings(300, 12246, LocalDate.of(2026, 3, 23), LocalDate.of(2026, 3, 22)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> YearSettings.whole(10, 1, 2026)).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean isMoveOut(YearInput input) {
        return input instanceof YearInput.OfRecord(var change) && change.getReason() == ChangeReason.MOVED_OUT;
    }
}
