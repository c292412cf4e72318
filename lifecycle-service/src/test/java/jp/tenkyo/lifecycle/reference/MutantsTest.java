package jp.tenkyo.lifecycle.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The comparison is worth its name: break one rule of the core, and it finds out. */
class MutantsTest {

    private static final long HISTORIES_MAX = 20_000;

    /** @param history the first that found it out, if one did */
    private record Caught(Mutant mutant, OptionalLong history) {

        @Override
        public String toString() {
            return (history.isPresent() ? "history " + history.getAsLong() : "NONE") + " found out: " + mutant;
        }
    }

    @Test
    void every_broken_rule_is_found_out() {
        var caught = Mutants.all().parallelStream().map(MutantsTest::hunt).toList();
        assertThat(caught)
                .as(() -> caught.stream().map(Caught::toString).collect(Collectors.joining("\n")))
                .allMatch(one -> one.history().isPresent());
    }

    @Test
    void the_sound_core_is_not_found_out_when_it_is_loaded_apart() {
        var sound = new Mutant(
                "none", "Lifecycle.java", "public final class Lifecycle {", "public final class Lifecycle {");
        assertThat(BrokenCore.hunt(sound)).rejects(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void there_is_a_mutant_for_every_row() {
        assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
    }

    private static Caught hunt(Mutant mutant) {
        var hunt = BrokenCore.hunt(mutant);
        return new Caught(
                mutant, LongStream.range(0, HISTORIES_MAX).filter(hunt).findFirst());
    }
}
