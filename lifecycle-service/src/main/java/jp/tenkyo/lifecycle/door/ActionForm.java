package jp.tenkyo.lifecycle.door;

import java.time.Instant;
import java.util.Set;
import jp.tenkyo.lifecycle.contract.InputMessages;
import jp.tenkyo.lifecycle.core.Action;
import jp.tenkyo.lifecycle.core.Form;
import jp.tenkyo.lifecycle.core.Ground;

/** Reads a request to revoke, hold or release a certificate. */
final class ActionForm {

    private static final String GROUND = "ground";

    static final Set<String> FIELDS = Set.of(CertificateRequestForm.CERTIFICATE_ID, GROUND);

    private ActionForm() {}

    static Reading read(Ground.Request request, CertificateRequestForm.Heading heading, Fields fields, Instant now) {
        var faults = fields.faults();
        var certificateId =
                fields.required(CertificateRequestForm.CERTIFICATE_ID, CertificateRequestForm.certificateId(fields));
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
}
