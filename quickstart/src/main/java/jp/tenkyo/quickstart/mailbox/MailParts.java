package jp.tenkyo.quickstart.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The two forms in which a mail says what it says.
 *
 * @param text null where there is none, as with html
 */
record MailParts(@Nullable String text, @Nullable String html) {

    private static final int DEPTH_MAX = 8;

    static MailParts of(Mail mail) throws MessagingException, IOException {
        var message = mail.message();
        return new MailParts(first(message, "text/plain", 0), first(message, "text/html", 0));
    }

    private static @Nullable String first(Part part, String type, int depth) throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
            return text;
        }
        if (depth == DEPTH_MAX || !(part.getContent() instanceof Multipart several)) {
            return null;
        }
        for (var i = 0; i < several.getCount(); i++) {
            var found = first(several.getBodyPart(i), type, depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
