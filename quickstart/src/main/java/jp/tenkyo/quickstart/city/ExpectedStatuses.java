package jp.tenkyo.quickstart.city;

import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateState;

/** Where each certificate of a holder must end. */
record ExpectedStatuses(CitySettings settings, Requests requests, Rows rows) {

    Stream<Expected.OfCertificate> of(Holder holder) {
        var before = holder.certificates().stream().map(certificate -> held(holder, certificate));
        var made = requests.made(holder).stream()
                .map(certificate -> new Expected.OfCertificate(
                        certificate.certificateId(),
                        holder.holderId(),
                        CertificateState.GOOD,
                        null,
                        rows.because(holder)));
        return Stream.concat(before, made);
    }

    private Expected.OfCertificate held(Holder holder, Certificate certificate) {
        var reason = holder.group().effect().on(certificate.kind());
        var untouched =
                certificate.lastDay().isBefore(settings.today()) ? CertificateState.EXPIRED : CertificateState.GOOD;
        return new Expected.OfCertificate(
                certificate.certificateId(),
                holder.holderId(),
                reason == null ? untouched : CertificateState.REVOKED,
                reason,
                rows.because(holder));
    }
}
