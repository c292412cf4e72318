package jp.tenkyo.lifecycle.door;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.tenkyo.lifecycle.contract.InputMessages;
import jp.tenkyo.lifecycle.core.Action;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Form;
import jp.tenkyo.lifecycle.core.Ground;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Registration;

/** Reads the report of a certificate that the CA has made, or a request to revoke, hold or release one. */
final class CertificateRequestForm implements InputForm<Fields> {

    private static final String REQUEST_ID = "requestId";
    private static final String HOLDER_ID = "holderId";
    private static final String MUNICIPALITY = "municipality";
    private static final String TYPE = "type";
    private static final String CARRIER = "carrier";
    private static final String KIND = "kind";
    private static final String ISSUER_KEY_ID = "issuerKeyId";
    private static final String SERIAL = "serial";
    private static final String NOT_BEFORE = "notBefore";
    private static final String NOT_AFTER = "notAfter";
    private static final String DATE_OF_BIRTH = "dateOfBirth";
    private static final String CARD_EXPIRES_ON = "cardExpiresOn";
    private static final String RECORD_NUMBER = "recordNumber";
    private static final String CERTIFICATE_ID = "certificateId";
    private static final String GROUND = "ground";

    private static final Set<String> OF_BOTH = Set.of(REQUEST_ID, HOLDER_ID, MUNICIPALITY, TYPE);
    private static final Set<String> OF_REGISTRATION = Set.of(
            CARRIER, KIND, ISSUER_KEY_ID, SERIAL, NOT_BEFORE, NOT_AFTER, DATE_OF_BIRTH, CARD_EXPIRES_ON, RECORD_NUMBER);
    private static final Set<String> OF_ACTION = Set.of(CERTIFICATE_ID, GROUND);

    private enum Type {
        ISSUE,
        RENEW,
        REVOKE,
        HOLD,
        RELEASE
    }

    /** What both kinds of request say. */
    private record Heading(Optional<String> requestId, Optional<String> holderId, Optional<String> municipality) {}

    @Override
    public Set<String> fieldNames() {
        var names = new HashSet<>(OF_BOTH);
        names.addAll(OF_REGISTRATION);
        names.addAll(OF_ACTION);
        return Set.copyOf(names);
    }

    @Override
    public String idField() {
        return REQUEST_ID;
    }

    @Override
    public Reading read(Fields fields, Instant now) {
        var heading = new Heading(
                fields.required(REQUEST_ID, fields.text(REQUEST_ID)),
                fields.required(HOLDER_ID, fields.text(HOLDER_ID)),
                fields.required(MUNICIPALITY, fields.text(MUNICIPALITY)));
        var type = fields.required(TYPE, fields.symbol(TYPE, Type.class));
        if (type.isEmpty()) {
            return new Reading.Faulty(fields.faults().found());
        }
        return switch (type.get()) {
            case ISSUE -> registration(Registration.Type.ISSUE, heading, fields, now);
            case RENEW -> registration(Registration.Type.RENEW, heading, fields, now);
            case REVOKE -> action(Ground.Request.REVOKE, heading, fields, now);
            case HOLD -> action(Ground.Request.HOLD, heading, fields, now);
            case RELEASE -> action(Ground.Request.RELEASE, heading, fields, now);
        };
    }

    private static Reading registration(Registration.Type type, Heading heading, Fields fields, Instant now) {
        var faults = fields.faults();
        refuse(OF_ACTION, type.name(), fields);
        var carrier = fields.required(CARRIER, fields.symbol(CARRIER, Carrier.class));
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

    private static Reading action(Ground.Request request, Heading heading, Fields fields, Instant now) {
        var faults = fields.faults();
        refuse(OF_REGISTRATION, request.name(), fields);
        var certificateId = fields.required(CERTIFICATE_ID, certificateId(fields));
        var ground = fields.required(GROUND, fields.symbol(GROUND, Ground.class));
        if (!faults.isEmpty()) {
            return new Reading.Faulty(faults.found());
        }
        var action = new Action(
                heading.requestId().orElseThrow(),
                heading.holderId().orElseThrow(),
                heading.municipality().orElseThrow(),
                request,
                certificateId.orElseThrow(),
                ground.orElseThrow());
        faults.addAll(Form.problemsOf(action));
        return faults.isEmpty() ? new Reading.Sound(InputMessages.of(action, now)) : new Reading.Faulty(faults.found());
    }

    private static void refuse(Set<String> names, String type, Fields fields) {
        names.stream()
                .filter(fields::has)
                .sorted()
                .forEach(name ->
                        fields.faults().add(name, "NOT_APPLICABLE", name + " does not belong to type " + type + "."));
    }

    private static Optional<CertificateId> certificateId(Fields fields) {
        var text = fields.text(CERTIFICATE_ID);
        var parsed = text.flatMap(CertificateId::parse);
        if (text.isPresent() && parsed.isEmpty()) {
            fields.faults()
                    .add(
                            CERTIFICATE_ID,
                            "CERTIFICATE_ID_INVALID",
                            "certificateId is issuerKeyId:serial, both hex, with one colon between.");
        }
        return parsed;
    }
}
