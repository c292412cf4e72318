package jp.tenkyo.lifecycle.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The same inputs decided in the same order at the same business instants give the same events, today and in a year: a
 * replay of a topic must end in what was published.
 */
class SameEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/reference/events.txt");
    private static final long SEED = 1;
    private static final int HISTORIES = 1_000;

    @Test
    void the_same_inputs_at_the_same_instants_give_the_same_events() throws IOException {
        var histories = LongStream.range(0, HISTORIES)
                .mapToObj(new Chronicles(SEED)::draw)
                .toList();
        var text = "inputs %s\nevents %s\n"
                .formatted(
                        hash(histories, Chronicle::toString),
                        hash(
                                histories,
                                history -> EventText.of(Comparison.turns(history).stream()
                                        .map(Comparison.Turn::events)
                                        .toList())));
        if ("write".equals(System.getProperty("tenkyo.golden"))) {
            Files.writeString(GOLDEN, text);
        }
        assertThat(text)
                .as("Where a rule or the histories were changed on purpose: -Dtenkyo.golden=write writes %s", GOLDEN)
                .isEqualTo(Files.readString(GOLDEN));
    }

    private static String hash(List<Chronicle> histories, Function<Chronicle, String> text) {
        var all = histories.stream().map(text).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
