package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    private final Map<NoticeStage, LocalDate> stages = new EnumMap<>(NoticeStage.class);

    /** @param stagesAfter the last day whose stages are past when it is registered */
    HeldCertificate(Certificate certificate, LocalDate registeredOn, LocalDate stagesAfter, String because) {
        this.certificate = certificate;
        var lastDay = certificate.lastDay();
        stages.put(NoticeStage.WINDOW_OPENED, Validity.windowOpensOn(lastDay));
        stages.put(NoticeStage.ONE_MONTH_LEFT, lastDay.minusMonths(1));
        stages.put(NoticeStage.ONE_WEEK_LEFT, lastDay.minusDays(7));
        stages.put(NoticeStage.EXPIRED, lastDay.plusDays(1));
        stages.values().removeIf(day -> !day.isAfter(stagesAfter));
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

    Map<NoticeStage, LocalDate> stages() {
        return stages;
    }

    void turn(LocalDate on, CertificateState state, @Nullable RevocationReason reason, String because) {
        turns.add(new Turn(on, state, reason, because));
    }
}
