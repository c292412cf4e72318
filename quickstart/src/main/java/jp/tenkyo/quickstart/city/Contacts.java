package jp.tenkyo.quickstart.city;

import java.util.List;
import java.util.Optional;
import jp.tenkyo.avro.Channel;
import jp.tenkyo.avro.ContactPoint;
import jp.tenkyo.avro.Language;
import jp.tenkyo.avro.PostalAddress;
import org.jspecify.annotations.Nullable;

/** Where the holders can be reached: invented mailboxes in a reserved domain, in a quarter that no town has. */
final class Contacts {

    private static final int ENGLISH_EVERY = 40;
    private static final int LOTS = 97;

    private Contacts() {}

    static Optional<Keyed<ContactPoint>> of(Holder holder) {
        if (holder.contact() == ContactKind.NOTHING_KNOWN) {
            return Optional.empty();
        }
        var point = ContactPoint.newBuilder()
                .setHolderId(holder.holderId())
                .setMail(mailOf(holder))
                .setPostal(postal(holder))
                .setLanguage(holder.index() % ENGLISH_EVERY == 0 ? Language.EN : Language.JA)
                .setChannel(holder.contact() == ContactKind.LETTER ? Channel.LETTER : Channel.MAIL)
                .build();
        return Optional.of(new Keyed<>(holder.holderId(), point));
    }

    private static @Nullable String mailOf(Holder holder) {
        return switch (holder.contact()) {
            case MAIL -> Truth.mailOf(holder.holderId());
            case BAD_MAIL -> holder.holderId() + " has no mailbox";
            case LETTER, NOTHING_KNOWN -> null;
        };
    }

    private static PostalAddress postal(Holder holder) {
        return new PostalAddress(
                "000-0000",
                List.of("架空市見本町%d番地".formatted(1 + holder.index() % LOTS), "作り物ハイツ%d号".formatted(holder.index())));
    }
}
