package jp.tenkyo.quickstart.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.InputDecided;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.avro.RevocationReason;
import jp.tenkyo.schemas.Topic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What must hold wherever the services run. Every scenario has holders of its own, so they need no order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Set before all tests.
abstract class Scenarios {

    private static final String REVOKED_SUBJECT = "署名用電子証明書の失効のお知らせ";
    private static final int HOLDERS = 400;
    private static final int CHANGES = 5 * HOLDERS;

    private WholeSystem system;
    private Outside outside;
    private Ledger ledger;

    /** Starts all that the services need. */
    abstract Surroundings surround(Path folder);

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        system = WholeSystem.on(surround(folder), folder);
        outside = system.outside();
        ledger = system.ledger();
    }

    @AfterAll
    void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void a_holder_who_moves_loses_the_signing_certificate_and_is_told() {
        var holder = "h-happy";
        var certificate = Messages.certificateIdOf(0xa1);
        outside.reachableAt(holder);
        outside.issue(holder, 0xa1);
        awaitVersions(certificate, 1);

        outside.move(holder, 2);

        awaitVersions(certificate, 1, 2);
        var last = ledger.statusesOf(certificate).getLast();
        assertThat(last.getStatus()).isEqualTo(CertificateState.REVOKED);
        assertThat(last.getReason()).isEqualTo(RevocationReason.affiliationChanged);
        Awaits.untilAsserted(() -> assertThat(system.surroundings().subjectsOfMailsTo(Messages.mailOf(holder)))
                .containsExactly(REVOKED_SUBJECT));
    }

    @Test
    void a_change_that_comes_twice_revokes_once_and_is_answered_twice() {
        var holder = "h-twice";
        var certificate = Messages.certificateIdOf(0xb1);
        outside.issue(holder, 0xb1);
        awaitVersions(certificate, 1);

        outside.move(holder, 2);
        outside.move(holder, 2);

        Awaits.untilAsserted(() -> assertThat(ledger.outcomesOf("moved-h-twice-2"))
                .extracting(InputDecided::getOutcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.UNCHANGED));
        awaitVersions(certificate, 1, 2);
    }

    @Test
    void poison_is_set_aside_untouched_with_its_cause_and_the_stream_goes_on() {
        var holder = "h-poison";
        var poison = outside.sendBytes(holder, "no Avro");

        outside.move(holder, 2);

        Awaits.untilAsserted(
                () -> assertThat(ledger.outcomesOf("moved-h-poison-2")).hasSize(1));
        var letters = ledger.deadLettersOf(holder);
        assertThat(letters).hasSize(1);
        var letter = letters.getFirst();
        assertThat(letter.value()).asString().isEqualTo("no Avro");
        assertThat(Ledger.header(letter, "dlq.error")).isEqualTo("NOT_CONFLUENT_AVRO");
        assertThat(Ledger.header(letter, "dlq.topic")).isEqualTo(Topic.RESIDENT_CHANGES.topicName());
        assertThat(Ledger.header(letter, "dlq.partition")).isEqualTo(Integer.toString(poison.partition()));
        assertThat(Ledger.header(letter, "dlq.offset")).isEqualTo(Long.toString(poison.offset()));
        assertThat(Ledger.header(letter, "dlq.timestamp")).isEqualTo(Long.toString(poison.timestamp()));
        assertThat(Ledger.header(letter, "dlq.detail")).isNotBlank();
    }

    @Test
    void a_record_that_only_the_absent_registry_can_explain_waits_for_it() throws Exception {
        var holder = "h-patient";
        outside.move(holder, 2);
        Awaits.untilAsserted(
                () -> assertThat(ledger.outcomesOf("moved-h-patient-2")).hasSize(1));
        var newer = NewerContract.register(system.surroundings().registryUrl());
        var value = newer.rewritten(outside.encoded(holder, 3));

        system.surroundings().stopRegistry();
        try {
            outside.sendBytes(holder, value);
            Awaits.until(() -> system.services().lifecycleHasLogged("registry is away"));
            assertThat(ledger.outcomesOf("moved-h-patient-3")).isEmpty();
        } finally {
            system.surroundings().startRegistry();
        }

        Awaits.untilAsserted(
                () -> assertThat(ledger.outcomesOf("moved-h-patient-3")).hasSize(1));
        assertThat(ledger.deadLettersOf(holder)).isEmpty();
    }

    @Test
    void a_service_that_is_killed_in_the_middle_loses_nothing_and_does_nothing_twice() throws Exception {
        var holders = IntStream.range(0, HOLDERS).mapToObj(n -> "h-killed-" + n).toList();
        outside.issueAll(holders, 0x1000);
        awaitOutcomes(HOLDERS, Topic.CERTIFICATE_REQUESTS);
        for (var version = 2; version <= 3; version++) {
            outside.moveAll(holders, version);
        }
        Awaits.until(() -> changesDecided() > 0);
        for (var version = 4; version <= 6; version++) {
            outside.moveAll(holders, version);
        }

        system.services().killLifecycle();

        assertThat(changesDecided()).as("changes decided when it was killed").isBetween(1L, CHANGES - 1L);
        system.services().restartLifecycle();
        awaitOutcomes(CHANGES, Topic.RESIDENT_CHANGES);
        assertThat(inputsDecidedMoreThanOnce()).isEmpty();
        for (var n = 0; n < HOLDERS; n++) {
            assertThat(ledger.statusesOf(Messages.certificateIdOf(0x1000 + n)))
                    .extracting(CertificateStatus::getVersion)
                    .containsExactly(1, 2);
        }
    }

    private void awaitVersions(String certificateId, Integer... versions) {
        Awaits.untilAsserted(() -> assertThat(ledger.statusesOf(certificateId))
                .extracting(CertificateStatus::getVersion)
                .containsExactly(versions));
    }

    private void awaitOutcomes(long expected, Topic input) {
        Awaits.untilAsserted(() -> assertThat(outcomesOfTheKilled(input)).isGreaterThanOrEqualTo(expected));
        assertThat(outcomesOfTheKilled(input)).isEqualTo(expected);
    }

    private long changesDecided() {
        return outcomesOfTheKilled(Topic.RESIDENT_CHANGES);
    }

    private long outcomesOfTheKilled(Topic input) {
        return ledger.decided()
                .filter(outcome -> outcome.getHolderId().startsWith("h-killed-"))
                .filter(outcome -> outcome.getInputTopic().equals(input.topicName()))
                .count();
    }

    private List<String> inputsDecidedMoreThanOnce() {
        return ledger
                .decided()
                .collect(Collectors.groupingBy(
                        outcome -> "%s-%d@%d"
                                .formatted(
                                        outcome.getInputTopic(), outcome.getInputPartition(), outcome.getInputOffset()),
                        Collectors.counting()))
                .entrySet()
                .stream()
                .filter(input -> input.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
