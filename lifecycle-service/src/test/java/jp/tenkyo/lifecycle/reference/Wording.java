package jp.tenkyo.lifecycle.reference;

import java.time.Instant;
import java.time.ZoneId;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;

/** Tells inputs in one readable line each. */
final class Wording {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private Wording() {}

    static String of(Instant instant) {
        return instant.atZone(TOKYO).toLocalDateTime().toString();
    }

    static String of(CertificateId id) {
        return "certificate " + id.serial();
    }

    static String of(Input input) {
        return switch (input) {
            case Input.Came(var command) -> of(command);
            case Input.IssuerCompromised(var key) -> "issuer " + key.substring(0, 4) + " is compromised";
            case Input.TimePassed() -> "time passes";
        };
    }

    private static String of(Command command) {
        return switch (command) {
            case Command.RecordChange(var change) -> of(change);
            case Command.RegisterCertificate made -> of(made.registration());
            case Command.ActOnCertificate(var action) -> action.ground() + " for " + of(action.certificateId());
            default -> command.toString();
        };
    }

    private static String of(ResidentChange change) {
        return "%s in %s #%d, event %s, processed %s%s%s%s"
                .formatted(
                        change.reason(),
                        change.municipality(),
                        change.recordNumber(),
                        change.eventDate(),
                        change.processedDate(),
                        change.changed().isEmpty() ? "" : ", changed " + change.changed(),
                        change.plannedMoveOutDate()
                                .map(day -> ", planned " + day)
                                .orElse(""),
                        change.continuedUse()
                                .map(use -> ", continued use " + use)
                                .orElse(""));
    }

    private static String of(Registration made) {
        return "%s of %s: %s %s from %s #%d, made %s, until %s, issuer %s, born %s%s"
                .formatted(
                        made.type(),
                        of(made.certificateId()),
                        made.carrier(),
                        made.kind(),
                        made.municipality(),
                        made.recordNumber(),
                        of(made.notBefore()),
                        of(made.notAfter()),
                        made.certificateId().issuerKeyId().substring(0, 4),
                        made.dateOfBirth(),
                        made.cardExpiresOn().map(day -> ", card until " + day).orElse(""));
    }
}
