package jp.tenkyo.lifecycle.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.avro.PostalAddress;
import jp.tenkyo.schemas.Topic;

/** Where a holder can be reached, on its way into {@code contact-points}. Its form must be sound. */
public record ContactPoint(
        String holderId, Optional<String> mail, Optional<Postal> postal, Language language, Channel channel) {

    private static final String TYPE = "jp.tenkyo.ContactPoint";

    /** What the holder reads. */
    public enum Language {
        JA,
        EN
    }

    /** By which way the holder wants to be told. */
    public enum Channel {
        MAIL,
        LETTER
    }

    /** Where letters go. */
    public record Postal(String postcode, List<String> lines) {}

    /** @param now when a door took it in */
    public Outgoing outgoing(Instant now) {
        var point = new jp.tenkyo.avro.ContactPoint(
                holderId,
                mail.orElse(null),
                postal.map(address -> new PostalAddress(address.postcode, address.lines))
                        .orElse(null),
                jp.tenkyo.avro.Language.valueOf(language.name()),
                jp.tenkyo.avro.Channel.valueOf(channel.name()));
        return new Outgoing(Topic.CONTACT_POINTS, holderId, holderId, point, TYPE, now);
    }

    /** What makes every reader forget the holder's contact point. */
    public static Outgoing forgotten(String holderId, Instant now) {
        return new Outgoing(Topic.CONTACT_POINTS, holderId, holderId, null, TYPE + "Forgotten", now);
    }
}
