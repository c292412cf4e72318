package jp.tenkyo.quickstart.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The latest mails, in memory that does not grow without end: beyond the bounds the oldest go. */
public final class MailStore {

    static final int MAILS_MAX = 5_000;
    static final int LEDGER_MAX = 200_000;
    static final long BYTES_MAX = 64L * 1024 * 1024;

    private final InstantSource clock;
    private final int mailsMax;
    private final long bytesMax;
    private final Deque<Mail> newestFirst = new ArrayDeque<>();
    private long arrived;
    private long bytes;
    private final List<jp.tenkyo.quickstart.check.Mail> ledger = new ArrayList<>();

    public MailStore(InstantSource clock) {
        this(clock, MAILS_MAX, BYTES_MAX);
    }

    MailStore(InstantSource clock, int mailsMax, long bytesMax) {
        this.clock = clock;
        this.mailsMax = mailsMax;
        this.bytesMax = bytesMax;
    }

    /** @throws IllegalArgumentException if the mail cannot be read */
    public synchronized void receive(MimeMessage message) {
        try {
            var mail = Mail.of(arrived + 1, clock.instant(), message);
            newestFirst.addFirst(mail);
            arrived++;
            enter(message, mail);
            bytes += mail.source().length();
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("Unreadable mail", e);
        }
        while (newestFirst.size() > mailsMax || bytes > bytesMax) {
            bytes -= newestFirst.removeLast().source().length();
        }
    }

    /** How many mails arrived since the start, those that went again included. */
    public synchronized long arrived() {
        return arrived;
    }

    /** Message-ID and recipient of all mails that arrived, of which no more than a bound are remembered. */
    public synchronized List<jp.tenkyo.quickstart.check.Mail> ledger() {
        return List.copyOf(ledger);
    }

    private void enter(MimeMessage message, Mail mail) throws MessagingException {
        if (ledger.size() < LEDGER_MAX) {
            var id = message.getMessageID();
            ledger.add(new jp.tenkyo.quickstart.check.Mail(id == null ? "" : id, mail.to()));
        }
    }

    synchronized int kept() {
        return newestFirst.size();
    }

    synchronized Optional<Mail> numbered(long number) {
        return newestFirst.stream().filter(mail -> mail.number() == number).findFirst();
    }

    /** The mails that match, newest first. */
    synchronized List<Mail> matching(Predicate<Mail> wanted) {
        return newestFirst.stream().filter(wanted).toList();
    }
}
