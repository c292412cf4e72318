package jp.tenkyo.quickstart.city;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.ChangeReason;

/** What the rules say must have become of the year, made together with its inputs. */
public final class YearTruth {

    private final List<YearLife> lives;

    YearTruth(List<YearLife> lives) {
        this.lives = lives;
    }

    /** @param turns all turns of its life, the first when it is registered */
    public record OfCertificate(String certificateId, String holderId, CertificateKind kind, List<Turn> turns) {}

    public Stream<OfCertificate> certificates() {
        return lives.stream()
                .flatMap(life -> life.life().held().stream()
                        .map(one -> new OfCertificate(
                                one.certificate().certificateId(),
                                life.holder().holderId(),
                                one.certificate().kind(),
                                one.turns())));
    }

    public Stream<Reminder> reminders() {
        return lives.stream().flatMap(life -> life.life().reminders().stream());
    }

    /** How often each input was sent, those of the beginning included. */
    public Map<String, Integer> inputs() {
        var sent = new HashMap<String, Integer>();
        for (var life : lives) {
            life.holder().certificates().forEach(one -> sent.put(Requests.requestId(life.holder(), one), 1));
            life.inputs().values().stream()
                    .flatMap(List::stream)
                    .forEach(input -> sent.merge(input.inputId(), 1, Integer::sum));
        }
        return sent;
    }

    /** Inputs that tell of a death, by holder. */
    public Map<String, String> deaths() {
        return lives.stream()
                .flatMap(life -> life.inputs().values().stream().flatMap(List::stream))
                .filter(YearInput.OfRecord.class::isInstance)
                .map(YearInput.OfRecord.class::cast)
                .filter(input -> input.change().getReason() == ChangeReason.DIED)
                .collect(Collectors.toMap(YearInput.OfRecord::holderId, YearInput.OfRecord::inputId));
    }

    /** Mail addresses of those who can be reached by mail, by holder. */
    public Map<String, String> mailboxes() {
        return lives.stream()
                .map(YearLife::holder)
                .filter(holder -> holder.contact() == ContactKind.MAIL)
                .collect(Collectors.toMap(Holder::holderId, holder -> Truth.mailOf(holder.holderId())));
    }
}
