package jp.tenkyo.lifecycle.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The comparison is worth its name: break one rule of the core, and it finds out. */
class MutantsTest {

    private static final long HISTORIES_MAX = 20_000;

    /**
     * By each mutant's name the history that found it out last time. It is asked first, which spares the others; where
     * it finds nothing, because rules or histories have changed, all are asked as if nothing were known.
     */
    private static final Path KNOWN = Path.of("src/test/resources/reference/caught.txt");

    /** @param history the first that found it out, if one did */
    private record Caught(Mutant mutant, OptionalLong history) {

        private String line() {
            return history.orElseThrow() + " " + mutant.name();
        }

        @Override
        public String toString() {
            return (history.isPresent() ? "history " + history.getAsLong() : "NONE") + " found out: " + mutant;
        }
    }

    @Test
    void every_broken_rule_is_found_out() throws IOException {
        var known = known();
        var hunters = Runtime.getRuntime().availableProcessors();
        var caught = IntStream.range(0, hunters)
                .parallel()
                .boxed()
                .flatMap(hunter -> caughtBy(hunter, hunters, known))
                .toList();
        if ("write".equals(System.getProperty("tenkyo.golden"))) {
            Files.write(KNOWN, caught.stream().map(Caught::line).sorted().toList());
        }
        assertThat(caught)
                .as(() -> caught.stream().map(Caught::toString).collect(Collectors.joining("\n")))
                .allMatch(one -> one.history().isPresent());
    }

    @Test
    void the_sound_core_is_not_found_out_when_it_is_loaded_apart() {
        var sound = new Mutant(
                "none", "Lifecycle.java", "public final class Lifecycle {", "public final class Lifecycle {");
        assertThat(new BrokenCore().hunt(sound)).rejects(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void there_is_a_mutant_for_every_row() {
        assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(Mutants.all()).extracting(Mutant::name).doesNotHaveDuplicates();
    }

    /** Every n-th mutant: each hunter has a compiler of its own. */
    private static Stream<Caught> caughtBy(int hunter, int hunters, Map<String, Long> known) {
        var compiler = new BrokenCore();
        var mutants = Mutants.all();
        return IntStream.iterate(hunter, next -> next < mutants.size(), next -> next + hunters)
                .mapToObj(mutants::get)
                .map(mutant -> caught(mutant, compiler, known));
    }

    private static Caught caught(Mutant mutant, BrokenCore compiler, Map<String, Long> known) {
        var first = known.containsKey(mutant.name()) ? LongStream.of(known.get(mutant.name())) : LongStream.empty();
        return new Caught(
                mutant,
                LongStream.concat(first, LongStream.range(0, HISTORIES_MAX))
                        .filter(compiler.hunt(mutant))
                        .findFirst());
    }

    private static Map<String, Long> known() throws IOException {
        return Files.exists(KNOWN)
                ? Files.readAllLines(KNOWN).stream()
                        .map(line -> List.of(line.split(" ", 2)))
                        .collect(Collectors.toMap(List::getLast, line -> Long.parseLong(line.getFirst())))
                : Map.of();
    }
}
