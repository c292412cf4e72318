package jp.tenkyo.status.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.access.OwnClient;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.table.RunningTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The prober in the whole service, against channels that are as they are outside. One history, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgreementServiceTest {

    private static final List<String> CHANNELS = List.of("ocsp", "list", "full-list", "feed", "webhook");

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                folder,
                "--tenkyo.prober.enabled=true",
                // A list cannot be that quick: it is late each time, by a moment.
                "--tenkyo.prober.within.list=1ms",
                "--tenkyo.prober.unchanged-every=100ms",
                "--tenkyo.lists.build-every=1s");
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    @Order(1)
    void a_change_is_timed_on_all_channels_and_a_late_list_disagrees_for_as_long_as_it_is_late() {
        var serial = new AtomicInteger(0x100);
        // The first ones may come before feed and webhook are listened to, and not every one is followed.
        RunningTable.await(() -> {
            service.commit(Rows.revoked(
                    CertificateId.of(service.first.keyId(), BigInteger.valueOf(serial.getAndIncrement()))
                            .orElseThrow(),
                    2));
            assertThat(CHANNELS)
                    .allSatisfy(channel -> assertThat(metric("visible_after_seconds_count", channel))
                            .as(channel)
                            .isPositive());
        });

        RunningTable.await(() -> assertThat(metric("watched", "list")).isZero());
        assertThat(metric("disagreement_seconds_total", "list")).isPositive();
        assertThat(metric("disagreement_seconds_total", "ocsp")).isZero();
        assertThat(metric("disagreeing", "list")).isZero();
    }

    @Test
    @Order(2)
    void the_page_says_so_in_both_languages_and_names_no_certificate() {
        RunningTable.await(() -> assertThat(service.text("/agreement?lang=en"))
                .contains(
                        "All channels say what the topic says.",
                        "<th scope=\"row\">Full revocation list with its delta</th>"));
        assertThat(service.text("/agreement?lang=ja")).contains("<html lang=\"ja\">", "すべての経路が記録と一致しています。", "失効リスト");
        assertThat(service.text("/agreement") + proberMetrics())
                .doesNotContain(service.first.keyId())
                .doesNotContain(Rows.MUNICIPALITY);
    }

    private static String proberMetrics() {
        return service.text("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith("tenkyo_prober"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    @Order(3)
    void nobody_else_is_let_in_by_it() {
        assertThat(service.get("/webhooks", "X-API-Key", OwnClient.ID).statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(4)
    void a_service_that_refuses_is_counted_as_not_answering_and_the_prober_makes_nobody_unready() {
        var before = metric("not_answering_seconds_total", "ocsp");
        service.leaveOpen(Rows.good(Rows.id("77"), 1));

        RunningTable.await(
                () -> assertThat(metric("not_answering_seconds_total", "ocsp")).isGreaterThan(before));
        assertThat(service.text("/agreement?lang=en")).contains("At least one channel does not answer");
        assertThat(metric("disagreement_seconds_total", "ocsp")).isZero();

        service.commitOpen();
        RunningTable.await(() -> {
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(service.text("/agreement?lang=en")).contains("All channels say what the topic says.");
        });
    }

    private static double metric(String name, String channel) {
        var line = Pattern.compile(
                "^tenkyo_prober_%s\\{[^}]*channel=\"%s\"[^}]*} (\\S+)$".formatted(name, channel), Pattern.MULTILINE);
        return line.matcher(service.text("/actuator/prometheus"))
                .results()
                .map((MatchResult match) -> Double.parseDouble(match.group(1)))
                .findFirst()
                .orElse(0.0);
    }
}
