package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Builds reports of certificates that the CA has made; what a story does not speak of has a plain default: on a card,
 * made from Chitose's record 1 at 10:00 on 2025-10-27, valid until the holder's birthday on 2030-02-17.
 */
final class Made {

    private final Kind kind;
    private final String name;
    private Registration.Type type = Registration.Type.ISSUE;
    private Carrier carrier = Carrier.CARD;
    private String municipality = Changed.CHITOSE;
    private int number = 1;
    private Instant notBefore = Story.tokyo("2025-10-27T10:00");
    private LocalDate lastDay = LocalDate.parse("2030-02-17");
    private String born = "1980-02-17";
    private Optional<LocalDate> cardExpiresOn = Optional.empty();

    private Made(Kind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    static Made signing(String name) {
        return new Made(Kind.SIGNING, name);
    }

    static Made authentication(String name) {
        return new Made(Kind.AUTHENTICATION, name);
    }

    static Made of(Kind kind, String name) {
        return new Made(kind, name);
    }

    Made on(Carrier carrier) {
        this.carrier = carrier;
        return this;
    }

    Made onPhone() {
        return on(Carrier.PHONE);
    }

    Made from(String municipality, int number) {
        this.municipality = municipality;
        this.number = number;
        return this;
    }

    Made number(int number) {
        this.number = number;
        return this;
    }

    /** A day, meaning 10:00 on it, or a local date and time in Tokyo. */
    Made made(String when) {
        this.notBefore = when.contains("T") ? Story.tokyo(when) : Story.tokyo(when + "T10:00");
        return this;
    }

    Made until(String lastDay) {
        this.lastDay = LocalDate.parse(lastDay);
        return this;
    }

    Made until(LocalDate lastDay) {
        this.lastDay = lastDay;
        return this;
    }

    Made renewed() {
        this.type = Registration.Type.RENEW;
        return this;
    }

    Made born(String born) {
        this.born = born;
        return this;
    }

    Made cardUntil(String day) {
        this.cardExpiresOn = Optional.of(LocalDate.parse(day));
        return this;
    }

    Registration registration() {
        return new Registration(
                "request-" + name,
                Story.HOLDER,
                municipality,
                type,
                carrier,
                kind,
                Story.id(name),
                notBefore,
                LocalDateTime.of(lastDay, LocalTime.of(23, 59, 59))
                        .atZone(Tokyo.ZONE)
                        .toInstant(),
                born,
                cardExpiresOn,
                number);
    }

    Command command() {
        return new Command.RegisterCertificate(registration());
    }
}
