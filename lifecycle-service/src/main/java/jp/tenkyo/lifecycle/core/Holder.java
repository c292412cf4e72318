package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that is known of a holder.
 *
 * @param lastRecordedAt of the latest decision; no later one is recorded before it
 * @param certificates in the order in which they were registered
 * @param residences by municipality, what is known of the holder's record there; see {@link #inOrder}
 * @param waiting move-outs and moves abroad that lie in the future
 * @param timers of move-outs that no move-in has followed yet
 * @param notices planned and not settled
 * @param pins of which anything has been told
 * @param questions that a person must decide, or has decided
 */
public record Holder(
        String id,
        Instant lastRecordedAt,
        boolean died,
        List<Certificate> certificates,
        Map<String, Residence> residences,
        List<WaitingChange> waiting,
        List<MoveOutTimer> timers,
        List<Notice> notices,
        SortedMap<PinName, PinState> pins,
        List<Question> questions) {

    /** A holder of whom nothing is known yet. */
    public static Holder unknown(String id) {
        return new Holder(
                id,
                Instant.EPOCH,
                false,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                List.of());
    }

    /** By municipality in the order of their codes, so that a replay says the same. Most holders have one. */
    public static Map<String, Residence> inOrder(Map<String, Residence> residences) {
        return residences.size() <= 1
                ? Map.copyOf(residences)
                : Collections.unmodifiableSortedMap(new TreeMap<>(residences));
    }

    /** Whether there is nothing to remember. */
    public boolean isUnknown() {
        return !died
                && certificates.isEmpty()
                && residences.isEmpty()
                && waiting.isEmpty()
                && timers.isEmpty()
                && notices.isEmpty()
                && pins.isEmpty()
                && questions.isEmpty();
    }

    public Optional<Certificate> certificate(CertificateId id) {
        for (var certificate : certificates) {
            if (certificate.id().equals(id)) {
                return Optional.of(certificate);
            }
        }
        return Optional.empty();
    }

    Stream<Certificate> of(Kind kind, Carrier carrier) {
        return certificates.stream().filter(certificate -> certificate.isOf(kind, carrier));
    }

    Stream<Certificate> live() {
        return certificates.stream().filter(Certificate::isLive);
    }

    /**
     * The still valid certificate whose place a new one takes. One on hold is not "still valid"; one that has expired
     * since the new one was made was.
     */
    Optional<Certificate> validBefore(Registration made) {
        return unrevokedOn(made.madeOn(), made.kind(), made.carrier())
                .filter(old -> old.isGood() || old.status() instanceof Status.Expired)
                .filter(old -> !old.notBefore().isAfter(made.notBefore()));
    }

    /** The latest certificate that is valid on a day, on hold or not: it caps those made on that day. */
    Optional<Certificate> unrevokedOn(LocalDate day, Kind kind, Carrier carrier) {
        Certificate latest = null;
        for (var one : certificates) {
            if (one.isOf(kind, carrier)
                    && !(one.status() instanceof Status.Revoked)
                    && !day.isAfter(one.lastDay())
                    && (latest == null || isNotEarlier(one, latest))) {
                latest = one;
            }
        }
        return Optional.ofNullable(latest);
    }

    /** Whether a certificate of the same kind and carrier was made after this one. */
    boolean hasLater(Certificate certificate) {
        for (var other : certificates) {
            if (other.isOf(certificate.kind(), certificate.carrier())
                    && other.notBefore().isAfter(certificate.notBefore())) {
                return true;
            }
        }
        return false;
    }

    /** Those of the same kind and carrier that were not made after this one. */
    List<Certificate> earlierThan(Certificate certificate) {
        var earlier = new ArrayList<Certificate>();
        for (var other : certificates) {
            if (other.isOf(certificate.kind(), certificate.carrier())
                    && !other.id().equals(certificate.id())
                    && !other.notBefore().isAfter(certificate.notBefore())) {
                earlier.add(other);
            }
        }
        return earlier;
    }

    /**
     * The card certificate on which a phone certificate rests (Act 16-13, 35-13): the latest of its kind made before
     * it; the earliest where all were made later.
     */
    Optional<Certificate> cardCertificateOf(Certificate onPhone) {
        return latest(of(onPhone.kind(), Carrier.CARD)
                        .filter(card -> !card.notBefore().isAfter(onPhone.notBefore())))
                .or(() -> of(onPhone.kind(), Carrier.CARD).min(Comparator.comparing(Certificate::notBefore)));
    }

    /** Why a certificate has lost effect, if a change that is known concerns it (rule book 2.1). */
    Optional<RevocationGround> groundAgainst(Certificate certificate) {
        for (var entry : residences.entrySet()) {
            var marks = entry.getValue().marks();
            var ground = entry.getKey().equals(certificate.municipality())
                    ? marks.groundAgainstOwn(certificate)
                    : marks.groundAgainstForeign(certificate);
            if (ground.isPresent()) {
                return ground;
            }
        }
        return Optional.empty();
    }

    Optional<Notice> notice(String noticeId) {
        for (var notice : notices) {
            if (notice.id().equals(noticeId)) {
                return Optional.of(notice);
            }
        }
        return Optional.empty();
    }

    /** How it stands with a PIN; one that nothing was told of has never failed. */
    public PinState pin(PinName name) {
        return pins.getOrDefault(name, PinState.UNTOUCHED);
    }

    /** The question that a finding left to a person, open or settled. */
    public Optional<Question> question(CertificateId certificateId, Finding.Code finding) {
        return questions.stream()
                .filter(question -> question.isAbout(certificateId, finding))
                .findFirst();
    }

    /** The latest certificate of a carrier, of whichever kind, ended or not. */
    Optional<Certificate> latestOn(Carrier carrier) {
        return latest(certificates.stream().filter(one -> one.carrier() == carrier));
    }

    /** The later of two certificates made in the same second is the one registered later. */
    private static Optional<Certificate> latest(Stream<Certificate> certificates) {
        return certificates.reduce((one, next) -> isNotEarlier(next, one) ? next : one);
    }

    private static boolean isNotEarlier(Certificate next, Certificate one) {
        return !next.notBefore().isBefore(one.notBefore());
    }

    Residence residence(String municipality) {
        var known = residences.get(municipality);
        return known == null ? Residence.UNKNOWN : known;
    }

    Holder recordedAt(Instant instant) {
        return new Holder(id, instant, died, certificates, residences, waiting, timers, notices, pins, questions);
    }

    Holder dead() {
        return new Holder(
                id, lastRecordedAt, true, certificates, residences, waiting, timers, notices, pins, questions);
    }

    Holder withCertificates(List<Certificate> all) {
        return new Holder(
                id, lastRecordedAt, died, List.copyOf(all), residences, waiting, timers, notices, pins, questions);
    }

    Holder with(String municipality, Residence one) {
        return new Holder(
                id,
                lastRecordedAt,
                died,
                certificates,
                and(municipality, one),
                waiting,
                timers,
                notices,
                pins,
                questions);
    }

    private Map<String, Residence> and(String municipality, Residence one) {
        if (residences.isEmpty() || (residences.size() == 1 && residences.containsKey(municipality))) {
            return Map.of(municipality, one);
        }
        var all = new TreeMap<>(residences);
        all.put(municipality, one);
        return Collections.unmodifiableSortedMap(all);
    }

    Holder withWaiting(List<WaitingChange> all) {
        return new Holder(
                id, lastRecordedAt, died, certificates, residences, List.copyOf(all), timers, notices, pins, questions);
    }

    Holder withTimers(List<MoveOutTimer> all) {
        return new Holder(
                id,
                lastRecordedAt,
                died,
                certificates,
                residences,
                waiting,
                List.copyOf(all),
                notices,
                pins,
                questions);
    }

    Holder withNotices(List<Notice> all) {
        return new Holder(
                id, lastRecordedAt, died, certificates, residences, waiting, timers, List.copyOf(all), pins, questions);
    }

    Holder withPin(PinName name, PinState state) {
        var all = new TreeMap<>(pins);
        all.put(name, state);
        return new Holder(
                id,
                lastRecordedAt,
                died,
                certificates,
                residences,
                waiting,
                timers,
                notices,
                Collections.unmodifiableSortedMap(all),
                questions);
    }

    Holder withQuestions(List<Question> all) {
        return new Holder(
                id, lastRecordedAt, died, certificates, residences, waiting, timers, notices, pins, List.copyOf(all));
    }
}
