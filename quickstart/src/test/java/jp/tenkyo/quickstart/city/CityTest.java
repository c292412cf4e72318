package jp.tenkyo.quickstart.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.RevocationReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final City USUAL =
            City.generate(CitySettings.of(CitySettings.RESIDENTS_USUAL, CitySettings.SEED_USUAL, TODAY));
    private static final List<Holder> HOLDERS = USUAL.holders().all().toList();

    @Test
    void cards_phones_and_ages_follow_the_assumed_statistics() {
        assertThat(share(HOLDERS.stream(), Holder::hasCard)).isCloseTo(0.81, within(0.015));
        assertThat(share(HOLDERS.stream().filter(Holder::hasSigning), Holder::hasPhone))
                .isCloseTo(0.10, within(0.03));
        assertThat(share(HOLDERS.stream(), holder -> ageOf(holder) < 15)).isCloseTo(0.128, within(0.02));
        assertThat(share(HOLDERS.stream(), holder -> ageOf(holder) >= 65)).isCloseTo(0.23, within(0.03));
    }

    @Test
    void nobody_shares_an_identifier() {
        var certificates = HOLDERS.stream()
                .flatMap(holder -> holder.certificates().stream())
                .map(Certificate::certificateId)
                .toList();
        assertThat(HOLDERS.stream().map(Holder::holderId))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("h-[a-z2-7]{13}"));
        assertThat(certificates).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{40}:[1-9a-f][0-9a-f]{7}"));
    }

    @Test
    void children_hold_authentication_certificates_alone() {
        assertThat(HOLDERS.stream()
                        .filter(holder -> ageOf(holder) < 15 && holder.hasSigning())
                        .map(holder -> holder.group().traits().quirk()))
                .containsOnly(Traits.Quirk.SIGNING_UNDER_15);
    }

    @Test
    void every_certificate_ends_on_a_birthday_or_with_its_card() {
        assertThat(HOLDERS.stream().filter(holder -> holder.group().traits().quirk() == Traits.Quirk.NONE))
                .allSatisfy(holder -> assertThat(holder.certificates())
                        .allMatch(certificate -> certificate
                                        .lastDay()
                                        .equals(Validity.birthday(
                                                holder.birth(),
                                                certificate.lastDay().getYear()))
                                || certificate.lastDay().equals(certificate.cardExpiresOn())));
    }

    @Test
    void no_certificate_was_made_today_or_later_before_the_day() {
        var midnight = TODAY.atStartOfDay(Places.TOKYO).toInstant();
        assertThat(HOLDERS.stream().flatMap(holder -> holder.certificates().stream()))
                .allMatch(certificate -> certificate.notBefore().isBefore(midnight));
    }

    @Test
    void enough_is_due_today_and_at_hand_in_the_window() {
        var stages = USUAL.truth()
                .notices()
                .filter(notice -> notice.min() > 0)
                .collect(Collectors.groupingBy(Expected.OfNotice::stage, Collectors.counting()));
        assertThat(stages.get(NoticeStage.WINDOW_OPENED)).isGreaterThanOrEqualTo(30);
        assertThat(stages.get(NoticeStage.ONE_MONTH_LEFT)).isGreaterThanOrEqualTo(30);
        assertThat(stages.get(NoticeStage.ONE_WEEK_LEFT)).isGreaterThanOrEqualTo(30);
        assertThat(stages.get(NoticeStage.EXPIRED)).isGreaterThanOrEqualTo(10);
        assertThat(stages.get(NoticeStage.RENEWED)).isGreaterThanOrEqualTo(40);
    }

    @Test
    void reissues_renewals_deaths_and_the_bulk_have_their_size() {
        var after = USUAL.requestsAfterImport().map(Keyed::value).toList();
        assertThat(after.stream().filter(message -> message.getRenew() != null)).hasSizeGreaterThanOrEqualTo(80);
        assertThat(after.stream().filter(message -> message.getIssue() != null)).hasSizeGreaterThanOrEqualTo(100);
        assertThat(USUAL.truth().deaths()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(USUAL.truth().renumbered()).hasSize(5_000);
        assertThat(USUAL.truth().refusals()).hasSize(12);
    }

    @Test
    void nobody_in_the_bulk_is_revoked_and_a_reissued_certificate_stays_good() {
        var renumbered = USUAL.truth().renumbered();
        var made = USUAL.requestsAfterImport()
                .map(request -> request.value().getIssue() == null
                        ? request.value().getRenew()
                        : request.value().getIssue())
                .map(body -> body.getIssuerKeyId() + ":" + body.getSerial())
                .collect(Collectors.toSet());
        assertThat(USUAL.truth()
                        .certificates()
                        .filter(one -> renumbered.contains(one.holderId()) || made.contains(one.certificateId())))
                .hasSizeGreaterThan(5_000)
                .allMatch(one -> one.status() == CertificateState.GOOD);
    }

    @Test
    void a_phone_ends_with_the_card() {
        var onPhones = HOLDERS.stream()
                .filter(holder -> holder.group().name().startsWith("moved within the city, the phone"))
                .flatMap(holder -> holder.certificates().stream())
                .filter(certificate -> certificate.carrier() == Carrier.PHONE)
                .collect(Collectors.toMap(Certificate::certificateId, Certificate::kind));
        assertThat(onPhones).hasSize(12);
        assertThat(USUAL.truth().certificates().filter(one -> onPhones.containsKey(one.certificateId())))
                .allMatch(one -> (one.reason() == RevocationReason.affiliationChanged)
                        == (onPhones.get(one.certificateId()) == CertificateKind.SIGNING));
    }

    @Test
    void the_same_seed_makes_the_same_city_and_another_seed_another(@TempDir Path folder) {
        var settings = CitySettings.of(400, 7, TODAY);
        assertThat(content(settings, folder.resolve("one"))).isEqualTo(content(settings, folder.resolve("two")));
        assertThat(content(settings, folder.resolve("one")))
                .isNotEqualTo(content(CitySettings.of(400, 8, TODAY), folder.resolve("three")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-01-31", "2026-11-30", "2026-12-31", "2027-02-28", "2028-02-29", "2028-03-01", "2030-05-29"
            })
    void a_city_can_be_made_on_any_day(LocalDate day) {
        var city = City.generate(CitySettings.of(CitySettings.RESIDENTS_MIN, 1, day));
        assertThat(city.truth().certificates()).isNotEmpty();
        assertThat(city.truth().renumbered()).isNotEmpty();
    }

    @Test
    void an_empty_city_has_nothing(@TempDir Path folder) {
        var city = City.generate(CitySettings.of(0, 1, TODAY));
        assertThat(city.registrations()).isEmpty();
        assertThat(city.contactPoints()).isEmpty();
        assertThat(city.writeDayFiles(folder)).isEmpty();
        assertThat(city.truth().inputs()).isEmpty();
        assertThat(city.truth().renumbered()).isEmpty();
    }

    private static Set<Object> content(CitySettings settings, Path folder) {
        var city = City.generate(settings);
        var all = new HashSet<Object>();
        city.registrations().forEach(all::add);
        city.contactPoints().forEach(all::add);
        city.requestsAfterImport().forEach(all::add);
        city.writeDayFiles(folder).forEach(file -> all.add(DayFilesTest.bytesOf(file)));
        return all;
    }

    private static double share(Stream<Holder> of, java.util.function.Predicate<Holder> which) {
        return of.collect(Collectors.averagingDouble(holder -> which.test(holder) ? 1 : 0));
    }

    private static int ageOf(Holder holder) {
        return holder.birth().until(TODAY).getYears();
    }
}
