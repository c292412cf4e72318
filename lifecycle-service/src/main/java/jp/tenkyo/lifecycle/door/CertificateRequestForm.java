package jp.tenkyo.lifecycle.door;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Ground;
import jp.tenkyo.lifecycle.core.Registration;

/**
 * Reads what the CA, counters and the holder's client say of certificates, PINs and decisions; the type tells which.
 */
final class CertificateRequestForm implements InputForm<Fields> {

    static final String CERTIFICATE_ID = "certificateId";
    static final String CARRIER = "carrier";

    private static final String REQUEST_ID = "requestId";
    private static final String HOLDER_ID = "holderId";
    private static final String MUNICIPALITY = "municipality";
    private static final String TYPE = "type";

    private static final Set<String> OF_ALL = Set.of(REQUEST_ID, HOLDER_ID, MUNICIPALITY, TYPE);

    private enum Type {
        ISSUE(RegistrationForm.FIELDS, true),
        RENEW(RegistrationForm.FIELDS, true),
        REVOKE(ActionForm.FIELDS, true),
        HOLD(ActionForm.FIELDS, true),
        RELEASE(ActionForm.FIELDS, true),
        PIN_RESULT(PinRequestForm.OF_RESULT, false),
        PIN_RESET(PinRequestForm.OF_RESET, true),
        PIN_CHANGED(PinRequestForm.OF_CHANGE, false),
        DECISION_TAKEN(DecisionTakenForm.FIELDS, true);

        private final Set<String> fields;
        private final boolean needsMunicipality;

        Type(Set<String> fields, boolean needsMunicipality) {
            this.fields = fields;
            this.needsMunicipality = needsMunicipality;
        }
    }

    /** What every request says. Its fields are there where the reading found no fault. */
    record Heading(Optional<String> requestId, Optional<String> holderId, Optional<String> municipality) {}

    @Override
    public Set<String> fieldNames() {
        var names = new HashSet<>(OF_ALL);
        Arrays.stream(Type.values()).forEach(type -> names.addAll(type.fields));
        return Set.copyOf(names);
    }

    @Override
    public String idField() {
        return REQUEST_ID;
    }

    @Override
    public Reading read(Fields fields, Instant now) {
        var requestId = fields.required(REQUEST_ID, fields.text(REQUEST_ID));
        var holderId = fields.required(HOLDER_ID, fields.text(HOLDER_ID));
        var type = fields.required(TYPE, fields.symbol(TYPE, Type.class));
        var municipality = fields.text(MUNICIPALITY);
        if (type.isEmpty() || type.get().needsMunicipality) {
            fields.required(MUNICIPALITY, municipality);
        }
        if (type.isEmpty()) {
            return new Reading.Faulty(fields.faults().found());
        }
        refuseFieldsOfOthers(type.get(), fields);
        return read(type.get(), new Heading(requestId, holderId, municipality), fields, now);
    }

    private static Reading read(Type type, Heading heading, Fields fields, Instant now) {
        return switch (type) {
            case ISSUE -> RegistrationForm.read(Registration.Type.ISSUE, heading, fields, now);
            case RENEW -> RegistrationForm.read(Registration.Type.RENEW, heading, fields, now);
            case REVOKE -> ActionForm.read(Ground.Request.REVOKE, heading, fields, now);
            case HOLD -> ActionForm.read(Ground.Request.HOLD, heading, fields, now);
            case RELEASE -> ActionForm.read(Ground.Request.RELEASE, heading, fields, now);
            case PIN_RESULT -> PinRequestForm.result(heading, fields, now);
            case PIN_RESET -> PinRequestForm.reset(heading, fields, now);
            case PIN_CHANGED -> PinRequestForm.change(heading, fields, now);
            case DECISION_TAKEN -> DecisionTakenForm.read(heading, fields, now);
        };
    }

    private void refuseFieldsOfOthers(Type type, Fields fields) {
        var others = new TreeSet<>(fieldNames());
        others.removeAll(OF_ALL);
        others.removeAll(type.fields);
        others.stream()
                .filter(fields::has)
                .forEach(name ->
                        fields.faults().add(name, "NOT_APPLICABLE", name + " does not belong to type " + type + "."));
    }

    static Optional<CertificateId> certificateId(Fields fields) {
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
