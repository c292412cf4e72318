package jp.tenkyo.quickstart.city;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rules say must have become of the city, made together with its rows. Every stream is made anew from the
 * seed: a city of 97,000 is never held in memory for it.
 *
 * <p>It holds once all registrations were decided before the day's file came in, and the day's file before the requests
 * after it: otherwise certificates end in the same status, for another reason.
 */
public interface Truth {

    Stream<Expected.OfCertificate> certificates();

    Stream<Expected.OfInput> inputs();

    Stream<Expected.OfNotice> notices();

    Stream<Expected.OfRefusal> refusals();

    /** Holders who died: they must hear nothing any more. Name of the input that says so, by holder. */
    Map<String, String> deaths();

    /** Holders of whom the bulk minor correction tells. */
    Set<String> renumbered();

    /** When today's reminders fall due. */
    Instant remindersAt();

    /** The mailbox of a holder that has one. */
    static String mailOf(String holderId) {
        return holderId + "@mail.example";
    }
}
