package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.RevocationReason;
import org.jspecify.annotations.Nullable;

/** A certificate and what becomes of it in the year, as the rules have it. */
final class HeldCertificate {

    private final Certificate certificate;
    private final List<Turn> turns = new ArrayList<>();

    /** Days on which a stage is reached. A stage that is past at registration is never told. */
    private final Map<LocalDate, NoticeStage> stages = new HashMap<>();

    private final LocalDate expiresOn;

    /** @param stagesAfter the last day whose stages are past when it is registered */
    HeldCertificate(Certificate certificate, LocalDate registeredOn, LocalDate stagesAfter, String because) {
        this.certificate = certificate;
        var lastDay = certificate.lastDay();
        this.expiresOn = lastDay.plusDays(1);
        stages.put(Validity.windowOpensOn(lastDay), NoticeStage.WINDOW_OPENED);
        stages.put(lastDay.minusMonths(1), NoticeStage.ONE_MONTH_LEFT);
        stages.put(lastDay.minusDays(7), NoticeStage.ONE_WEEK_LEFT);
        stages.put(expiresOn, NoticeStage.EXPIRED);
        stages.keySet().removeIf(day -> !day.isAfter(stagesAfter));
        turn(registeredOn, CertificateState.GOOD, null, because);
    }

    Certificate certificate() {
        return certificate;
    }

    List<Turn> turns() {
        return List.copyOf(turns);
    }

    CertificateState state() {
        return turns.getLast().state();
    }

    boolean isGood() {
        return state() == CertificateState.GOOD;
    }

    /** Good or on hold. */
    boolean isLive() {
        return isGood() || state() == CertificateState.HOLD;
    }

    boolean is(Carrier carrier, CertificateKind kind) {
        return certificate.carrier() == carrier && certificate.kind() == kind;
    }

    boolean isSuchAs(HeldCertificate other) {
        return is(other.certificate.carrier(), other.certificate.kind());
    }

    boolean isMadeBefore(HeldCertificate other) {
        return certificate.notBefore().isBefore(other.certificate.notBefore());
    }

    LocalDate madeOn() {
        return LocalDate.ofInstant(certificate.notBefore(), Places.TOKYO);
    }

    /** The stage that it reaches on that day. */
    Optional<NoticeStage> stageOn(LocalDate day) {
        return Optional.ofNullable(stages.get(day));
    }

    /** The day on which it is expired from 00:00 on. */
    LocalDate expiresOn() {
        return expiresOn;
    }

    void turn(LocalDate on, CertificateState state, @Nullable RevocationReason reason, String because) {
        turns.add(new Turn(on, state, reason, because));
    }
}
