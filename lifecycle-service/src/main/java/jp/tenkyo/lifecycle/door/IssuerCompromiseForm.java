package jp.tenkyo.lifecycle.door;

import java.time.Instant;
import java.util.Set;
import jp.tenkyo.lifecycle.contract.IssuerMessages;
import jp.tenkyo.lifecycle.core.Form;
import jp.tenkyo.lifecycle.core.IssuerCompromise;

/** Reads the report that an issuer's key is compromised; which key, the path says. */
record IssuerCompromiseForm(String issuerKeyId) implements InputForm<JsonFields> {

    private static final String REQUEST_ID = "requestId";

    @Override
    public Set<String> fieldNames() {
        return Set.of(REQUEST_ID);
    }

    @Override
    public String idField() {
        return REQUEST_ID;
    }

    @Override
    public Reading read(JsonFields fields, Instant now) {
        var faults = fields.faults();
        var requestId = fields.required(REQUEST_ID, fields.text(REQUEST_ID));
        // With a sound id in place of one that is missing, the path is checked all the same.
        var compromise = new IssuerCompromise(requestId.orElse("missing"), issuerKeyId);
        faults.addAll(Form.problemsOf(compromise));
        return faults.isEmpty()
                ? new Reading.Sound(IssuerMessages.of(compromise, now))
                : new Reading.Faulty(faults.found());
    }
}
