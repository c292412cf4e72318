package jp.tenkyo.quickstart.city;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.quickstart.city.Group.FollowUp;
import jp.tenkyo.quickstart.city.Traits.Quirk;

/** How each input about a holder must be answered: the CA's reports and the rows that pass the door. */
record ExpectedAnswers(CitySettings settings, Requests requests, Rows rows) {

    Stream<Expected.OfInput> of(Holder holder) {
        var reported = holder.certificates().stream()
                .map(certificate -> registered(holder, certificate, findings(holder, certificate)));
        var madeToday = requests.made(holder).stream()
                .map(certificate -> registered(holder, certificate, findingsOfNew(holder)));
        return Stream.of(reported, changes(holder), madeToday).flatMap(inputs -> inputs);
    }

    private Expected.OfInput registered(Holder holder, Certificate certificate, Set<String> findings) {
        return new Expected.OfInput(
                Requests.requestId(holder, certificate),
                List.of(new Expected.Answer(Set.of(Outcome.ACCEPTED), null, findings)),
                holder.group().name());
    }

    private Stream<Expected.OfInput> changes(Holder holder) {
        var passing = holder.group().rows().stream()
                .filter(row -> !row.isRefused())
                .map(row -> new Expected.Answer(row.outcomes(), row.code(), row.findings()))
                .toList();
        return passing.isEmpty()
                ? Stream.empty()
                : Stream.of(new Expected.OfInput(rows.eventId(holder), passing, rows.because(holder)));
    }

    private Set<String> findings(Holder holder, Certificate certificate) {
        if (certificate.lastDay().isBefore(settings.today())) {
            return Set.of("ALREADY_EXPIRED");
        }
        var signing = certificate.kind() == CertificateKind.SIGNING;
        return switch (holder.group().traits().quirk()) {
            case NONE, BORN_ON_LEAP_DAY -> Set.of();
            case NOT_AFTER_DIFFERS -> signing ? Set.of() : Set.of("NOT_AFTER_DIFFERS");
            case BIRTH_NOT_IN_CALENDAR -> Set.of("DATE_OF_BIRTH_NEEDS_DECISION");
            case SIGNING_UNDER_15 -> signing ? Set.of("UNDER_15") : Set.of();
        };
    }

    /** Before departure the old signing certificate is still good when the new one is reported. */
    private static Set<String> findingsOfNew(Holder holder) {
        var stillValid = holder.group().followUp() == FollowUp.REISSUE
                && holder.group().effect().equals(Effect.REPLACES_SIGNING);
        return stillValid && holder.group().traits().quirk() == Quirk.NONE ? Set.of("ISSUED_WHILE_VALID") : Set.of();
    }
}
