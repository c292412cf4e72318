package jp.tenkyo.notifier.core;

import java.util.regex.Pattern;
import jp.tenkyo.avro.Channel;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.Language;
import org.jspecify.annotations.Nullable;

/** Whether a holder can be reached by mail, and if not, why. */
public sealed interface Reach {

    record ByMail(String address, Language language) implements Reach {

        @Override
        public String toString() {
            return "ByMail[…]";
        }
    }

    /** @param detail code without personal data */
    record NotReached(DeliveryOutcome outcome, String detail) implements Reach {}

    /**
     * Dot-atom local part and a domain of at least two labels (RFC 5321 4.1.2, without quoted local parts and address
     * literals, which no municipality registers). International addresses (RFC 6531) are not served.
     */
    Pattern ADDRESS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /** RFC 5321 4.5.3.1.3: a path is at most 256 octets with its brackets. */
    int LONGEST_ADDRESS = 254;

    /** RFC 5321 4.5.3.1.1. */
    int LONGEST_LOCAL_PART = 64;

    /** @param contact null where none is known, after contact-points was read far enough to say so */
    static Reach of(@Nullable ContactPoint contact) {
        if (contact == null) {
            return new NotReached(DeliveryOutcome.NO_CONTACT_POINT, "NONE_KNOWN");
        }
        if (contact.channel() == Channel.LETTER) {
            return new NotReached(DeliveryOutcome.CHANNEL_NOT_SERVED, "LETTER");
        }
        var mail = contact.mail();
        if (mail == null || mail.isBlank()) {
            return contact.postal() == null
                    ? new NotReached(DeliveryOutcome.NO_CONTACT_POINT, "NO_ADDRESS")
                    : new NotReached(DeliveryOutcome.CHANNEL_NOT_SERVED, "POSTAL_ONLY");
        }
        return wellFormed(mail)
                ? new ByMail(mail, contact.language())
                : new NotReached(DeliveryOutcome.BAD_ADDRESS, "SYNTAX");
    }

    private static boolean wellFormed(String mail) {
        return mail.length() <= LONGEST_ADDRESS
                && mail.indexOf('@') <= LONGEST_LOCAL_PART
                && ADDRESS.matcher(mail).matches();
    }
}
