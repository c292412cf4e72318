package jp.tenkyo.lifecycle.reference.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Command;

/**
 * Says of one holder's certificates what the rule book says of them. It keeps all that came in, and goes through the
 * sentences anew whenever it is asked. PINs and notices are none of its business.
 */
public final class ReferenceModel {

    private final Log log = new Log();
    /** Valid until something comes in. */
    private Optional<Reading> reading = Optional.empty();

    public void takeIn(Command command, Instant clock) {
        add(clock, Optional.of(command), Optional.empty());
    }

    /** The key of an issuer is compromised: "every certificate of that CA generation". */
    public void recordCompromise(String issuerKeyId, Instant clock) {
        add(clock, Optional.empty(), Optional.of(issuerKeyId));
    }

    public void passTime(Instant clock) {
        add(clock, Optional.empty(), Optional.empty());
    }

    /** Of every certificate, in the order of registration, as of the latest look at the clock. */
    public List<Standing> standings() {
        return reading().standings();
    }

    public boolean refusesTheLatest() {
        return reading().refusesTheLatest();
    }

    /** Names of what a person should look at in the latest input. */
    public List<String> findings() {
        return reading().findings();
    }

    /** Of every certificate, in the order of registration, names of what a person has still to decide. */
    public List<List<String>> questions() {
        return reading().questions();
    }

    /** Whether a change that has taken effect concerns a certificate and ends its kind. */
    public boolean isConcerned(CertificateId id) {
        return reading().isConcerned(id);
    }

    private void add(Instant clock, Optional<Command> input, Optional<String> compromisedKey) {
        log.add(clock, input, compromisedKey);
        reading = Optional.empty();
    }

    private Reading reading() {
        if (reading.isEmpty()) {
            reading = Optional.of(new Reading(log));
        }
        return reading.get();
    }
}
