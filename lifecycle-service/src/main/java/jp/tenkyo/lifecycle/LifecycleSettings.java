package jp.tenkyo.lifecycle;

import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.lifecycle.issuers.IssuerFile;
import jp.tenkyo.schemas.TopicLayout;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service, under {@code tenkyo}.
 *
 * @param checkTopics whether to hold the broker's topics and the registry's schemas against the catalogue at start
 * @param startPatience how long broker and registry may take to answer at start
 * @param issuers CA certificates (PEM) of the issuers whose certificates are taken: several generations under one name
 *     are told apart by their keys. While none is set, certificates of every issuer are taken: an installation can
 *     start before it has a CA, and must not stay so
 */
@ConfigurationProperties("tenkyo")
public record LifecycleSettings(
        Kafka kafka,
        Registry registry,
        @DefaultValue("true") boolean checkTopics,
        @DefaultValue("30s") Duration startPatience,
        @DefaultValue Ticks ticks,
        @DefaultValue List<IssuerFile> issuers,
        @DefaultValue Walks walks,
        @DefaultValue Commits commits,
        @DefaultValue Validity validity,
        @DefaultValue Reminders reminders,
        @DefaultValue Pins pins) {

    /**
     * Where Kafka is, and how the topics lie there.
     *
     * @param partitions of every topic; never changed once records are there
     */
    public record Kafka(
            @DefaultValue("127.0.0.1:9092") String bootstrapServers,
            @DefaultValue("6") int partitions,
            @DefaultValue("1") short replicationFactor) {

        public TopicLayout layout() {
            return new TopicLayout(partitions, replicationFactor);
        }
    }

    /**
     * The schema registry.
     *
     * @param url base of Confluent's API
     * @param patience how long to wait for it in place; must stay below the producer's transaction timeout
     */
    public record Registry(
            @DefaultValue("http://127.0.0.1:8085/apis/ccompat/v7")
            String url,

            @DefaultValue("45s") Duration patience) {}

    /**
     * How what is due is looked for.
     *
     * @param every pause between two looks
     * @param holdersMax decided in one look, so that inputs are not held up
     * @param atMost how long that may take in one look, whatever their number
     */
    public record Ticks(
            @DefaultValue("200ms") Duration every,
            @DefaultValue("1000") int holdersMax,
            @DefaultValue("10ms") Duration atMost) {}

    /**
     * How a task goes through all its holders when an issuer's key is compromised.
     *
     * @param holdersMax looked at in one tick, so that inputs are not held up
     * @param atMost how long that may take in one tick, whatever their number
     * @param progressEvery how often each partition tells how far it is
     */
    public record Walks(
            @DefaultValue("1000") int holdersMax,
            @DefaultValue("10ms") Duration atMost,
            @DefaultValue("5s") Duration progressEvery) {}

    /**
     * When decisions can be read by others.
     *
     * @param every how often a task that keeps up with its inputs commits; in a backlog it does so less often
     */
    public record Commits(@DefaultValue("100ms") Duration every) {}

    /**
     * Numbers of the rule book, section 3.
     *
     * @param policyVersion names this set of numbers in every event: change it with them
     */
    public record Validity(
            @DefaultValue("2026-1") String policyVersion,
            @DefaultValue("5") int birthdays,
            @DefaultValue("6") int birthdaysOfRenewal,
            @DefaultValue("3") int legacyYears,
            @DefaultValue("P3M") Period renewalWindow,
            @DefaultValue("FEBRUARY_28") Policy.LeapDay leapDay,
            @DefaultValue("LITERAL") Policy.LastDayRenewal lastDayRenewal,
            @DefaultValue("15") int signingFromAge,
            @DefaultValue("30") int moveInWithinDays,
            @DefaultValue("false") boolean furiganaEndsSigning) {}

    /** When holders are told of an expiry; see {@link Policy.Reminders}. */
    public record Reminders(
            @DefaultValue("09:00") LocalTime at,
            @DefaultValue("P1M") Period monthBefore,
            @DefaultValue("P7D") Period weekBefore,
            @DefaultValue("P1D") Period expiredAfter) {}

    /** Wrong entries in a row that lock a PIN, of the rule book's section 4; see {@link Policy.PinFailures}. */
    public record Pins(
            @DefaultValue("3") int cardFailuresMax,
            @DefaultValue("5") int signingFailuresMax,
            @DefaultValue("3") int authenticationFailuresMax) {}

    /** The rule book's numbers as they are set. */
    public Policy policy() {
        return new Policy(
                validity.policyVersion,
                validity.birthdays,
                validity.birthdaysOfRenewal,
                validity.legacyYears,
                validity.renewalWindow,
                validity.leapDay,
                validity.lastDayRenewal,
                validity.signingFromAge,
                validity.moveInWithinDays,
                validity.furiganaEndsSigning,
                new Policy.Reminders(reminders.at, reminders.monthBefore, reminders.weekBefore, reminders.expiredAfter),
                new Policy.PinFailures(pins.cardFailuresMax, pins.signingFailuresMax, pins.authenticationFailuresMax));
    }
}
