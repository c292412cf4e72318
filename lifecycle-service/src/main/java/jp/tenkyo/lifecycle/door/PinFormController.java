package jp.tenkyo.lifecycle.door;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tenkyo.lifecycle.core.Pin;
import jp.tenkyo.lifecycle.core.PinFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Tells a counter whether a PIN that a holder has chosen has the right form. It keeps, logs, counts and repeats nothing
 * of it: the request is read from the raw stream, since Spring logs what it binds, and no answer holds a name or a
 * value that was sent.
 */
@RestController
class PinFormController {

    /** No PIN is nearly as long. */
    static final int BYTES_MAX = 1_024;

    private static final String PIN = "pin";
    private static final String VALUE = "value";

    /** @param problems in the order of their declaration */
    record Answer(boolean wellFormed, Set<PinFormat.Problem> problems) {}

    @PostMapping(
            path = "/pin-forms",
            consumes = APPLICATION_JSON_VALUE,
            produces = {APPLICATION_JSON_VALUE, APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<Answer> check(HttpServletRequest request) throws IOException {
        var body = JsonBody.single(request.getInputStream(), BYTES_MAX);
        var faults = new Faults();
        var pin = pin(body, faults);
        var value = value(body, faults);
        if (!faults.isEmpty()) {
            throw new FormRefusedException(refusals(faults));
        }
        var problems = PinFormat.problemsOf(pin.orElseThrow(), value.orElseThrow());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Answer(problems.isEmpty(), problems));
    }

    private static Optional<Pin> pin(JsonNode body, Faults faults) {
        if (!body.isObject()) {
            faults.add("", "NOT_AN_OBJECT", "The body is a JSON object.");
            return Optional.empty();
        }
        var fields = JsonFields.of(body, Set.of(PIN, VALUE));
        var pin = fields.required(PIN, fields.symbol(PIN, Pin.class));
        fields.faults().found().forEach(fault -> faults.add(shown(fault.field()), fault.code(), fault.detail()));
        return pin;
    }

    private static Optional<String> value(JsonNode body, Faults faults) {
        var value = body.path(VALUE).stringValueOpt();
        if (value.isEmpty() && body.isObject()) {
            faults.add(VALUE, body.hasNonNull(VALUE) ? "NOT_A_TEXT" : "MISSING", "value must be a text, in quotes.");
        }
        return value;
    }

    /** A PIN may have slipped into a field's name. */
    private static String shown(String field) {
        return field.equals(PIN) ? PIN : "";
    }

    private static List<FormRefusedException.Refusal> refusals(Faults faults) {
        return faults.found().stream()
                .map(fault -> new FormRefusedException.Refusal(0, fault.field(), fault.code(), fault.detail()))
                .toList();
    }
}
