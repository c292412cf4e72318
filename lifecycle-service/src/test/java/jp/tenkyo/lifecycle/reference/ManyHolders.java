package jp.tenkyo.lifecycle.reference;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.core.Action;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;

/** The random histories of one holder, as those of many: each gets a name, and its certificates serials of its own. */
public final class ManyHolders {

    private ManyHolders() {}

    public record Timed(Instant at, Command command) {}

    /** Resident changes, registrations and requests of all, in the order of time. */
    public static List<Timed> drawn(long seed, int holders) {
        var chronicles = new Chronicles(seed);
        return IntStream.range(0, holders)
                .boxed()
                .flatMap(number -> ofHolder(number, chronicles.draw(number)))
                .sorted(Comparator.comparing(Timed::at))
                .toList();
    }

    private static Stream<Timed> ofHolder(int number, Chronicle chronicle) {
        return chronicle.steps().stream()
                .filter(step -> step.input() instanceof Input.Came)
                .map(step -> new Timed(step.at(), named(number, ((Input.Came) step.input()).command())));
    }

    private static Command named(int number, Command command) {
        return switch (command) {
            case Command.RecordChange(var change) -> new Command.RecordChange(named(number, change));
            case Command.RegisterCertificate registers ->
                new Command.RegisterCertificate(named(number, registers.registration()));
            case Command.ActOnCertificate(var action) -> new Command.ActOnCertificate(named(number, action));
            default -> throw new IllegalArgumentException("Not drawn: " + command);
        };
    }

    private static ResidentChange named(int number, ResidentChange change) {
        return new ResidentChange(
                change.eventId(),
                name(number),
                change.municipality(),
                change.recordNumber(),
                change.reason(),
                change.changed(),
                change.eventDate(),
                change.notifiedDate(),
                change.processedDate(),
                change.plannedMoveOutDate(),
                change.continuedUse(),
                change.amends());
    }

    private static Registration named(int number, Registration made) {
        return new Registration(
                made.requestId(),
                name(number),
                made.municipality(),
                made.type(),
                made.carrier(),
                made.kind(),
                named(number, made.certificateId()),
                made.notBefore(),
                made.notAfter(),
                made.dateOfBirth(),
                made.cardExpiresOn(),
                made.recordNumber());
    }

    private static Action named(int number, Action action) {
        return new Action(
                action.requestId(),
                name(number),
                action.municipality(),
                action.request(),
                named(number, action.certificateId()),
                action.ground());
    }

    private static CertificateId named(int number, CertificateId id) {
        return new CertificateId(id.issuerKeyId(), Integer.toHexString(number + 1) + "00" + id.serial());
    }

    private static String name(int number) {
        return "holder-" + number;
    }
}
