package jp.tenkyo.lifecycle.door;

import java.time.Instant;
import java.util.Set;
import jp.tenkyo.lifecycle.contract.InputMessages;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Form;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Registration;

/** Reads the report of a certificate that the CA has made. */
final class RegistrationForm {

    private static final String KIND = "kind";
    private static final String ISSUER_KEY_ID = "issuerKeyId";
    private static final String SERIAL = "serial";
    private static final String NOT_BEFORE = "notBefore";
    private static final String NOT_AFTER = "notAfter";
    private static final String DATE_OF_BIRTH = "dateOfBirth";
    private static final String CARD_EXPIRES_ON = "cardExpiresOn";
    private static final String RECORD_NUMBER = "recordNumber";

    static final Set<String> FIELDS = Set.of(
            CertificateRequestForm.CARRIER,
            KIND,
            ISSUER_KEY_ID,
            SERIAL,
            NOT_BEFORE,
            NOT_AFTER,
            DATE_OF_BIRTH,
            CARD_EXPIRES_ON,
            RECORD_NUMBER);

    private RegistrationForm() {}

    static Reading read(Registration.Type type, CertificateRequestForm.Heading heading, Fields fields, Instant now) {
        var faults = fields.faults();
        var carrier = fields.required(
                CertificateRequestForm.CARRIER, fields.symbol(CertificateRequestForm.CARRIER, Carrier.class));
        var kind = fields.required(KIND, fields.symbol(KIND, Kind.class));
        var issuerKeyId = fields.required(ISSUER_KEY_ID, fields.text(ISSUER_KEY_ID));
        var serial = fields.required(SERIAL, fields.text(SERIAL));
        var notBefore = fields.required(NOT_BEFORE, fields.instant(NOT_BEFORE));
        var notAfter = fields.required(NOT_AFTER, fields.instant(NOT_AFTER));
        var dateOfBirth = fields.required(DATE_OF_BIRTH, fields.text(DATE_OF_BIRTH));
        var cardExpiresOn = fields.date(CARD_EXPIRES_ON);
        var recordNumber = fields.required(RECORD_NUMBER, fields.number(RECORD_NUMBER));
        if (!faults.isEmpty()) {
            return new Reading.Faulty(faults.found());
        }
        var registration = new Registration(
                heading.requestId().orElseThrow(),
                heading.holderId().orElseThrow(),
                heading.municipality().orElseThrow(),
                type,
                carrier.orElseThrow(),
                kind.orElseThrow(),
                CertificateId.of(issuerKeyId.orElseThrow(), serial.orElseThrow()),
                notBefore.orElseThrow(),
                notAfter.orElseThrow(),
                dateOfBirth.orElseThrow(),
                cardExpiresOn,
                recordNumber.orElseThrow());
        faults.addAll(Form.problemsOf(registration));
        return faults.isEmpty()
                ? new Reading.Sound(InputMessages.of(registration, now))
                : new Reading.Faulty(faults.found());
    }
}
