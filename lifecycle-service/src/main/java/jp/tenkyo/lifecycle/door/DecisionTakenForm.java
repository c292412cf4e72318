package jp.tenkyo.lifecycle.door;

import java.time.Instant;
import java.util.Set;
import jp.tenkyo.lifecycle.contract.InputMessages;
import jp.tenkyo.lifecycle.core.DecisionTaken;
import jp.tenkyo.lifecycle.core.Form;

/** Reads that a person has decided what a finding left open. */
final class DecisionTakenForm {

    private static final String FINDING = "finding";

    static final Set<String> FIELDS = Set.of(CertificateRequestForm.CERTIFICATE_ID, FINDING);

    private DecisionTakenForm() {}

    static Reading read(CertificateRequestForm.Heading heading, Fields fields, Instant now) {
        var faults = fields.faults();
        var certificateId =
                fields.required(CertificateRequestForm.CERTIFICATE_ID, CertificateRequestForm.certificateId(fields));
        var finding = fields.required(FINDING, fields.text(FINDING));
        if (!faults.isEmpty()) {
            return new Reading.Faulty(faults.found());
        }
        var taken = new DecisionTaken(
                heading.requestId().orElseThrow(),
                heading.holderId().orElseThrow(),
                heading.municipality().orElseThrow(),
                certificateId.orElseThrow(),
                finding.orElseThrow());
        faults.addAll(Form.problemsOf(taken));
        return faults.isEmpty() ? new Reading.Sound(InputMessages.of(taken, now)) : new Reading.Faulty(faults.found());
    }
}
