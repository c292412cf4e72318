package jp.tenkyo.lifecycle.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The core and the reference model agree on every certificate after every step of random histories. */
class RandomHistoriesTest {

    private static final long HISTORIES = 100_000;
    /** Set to draw other histories. */
    private static final long SEED = Long.getLong("tenkyo.seed", 20_260_401);

    @Test
    void the_core_says_of_random_histories_what_the_rule_book_says() {
        var chronicles = new Chronicles(SEED);
        var first = LongStream.range(0, HISTORIES)
                .parallel()
                .mapToObj(chronicles::draw)
                .filter(chronicle -> Comparison.play(chronicle).isPresent())
                .findFirst();
        assertThat(first.map(Failure::of)).as("-Dtenkyo.seed=%d", SEED).isEmpty();
    }
}
