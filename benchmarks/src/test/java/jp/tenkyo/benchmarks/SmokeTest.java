package jp.tenkyo.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every benchmark runs; the figures of so short a run mean nothing. */
class SmokeTest {

    static List<Benchmark> all() {
        return Benchmarks.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_benchmark_runs(Benchmark benchmark) throws IOException {
        assertThat(benchmark.measure(Effort.SMOKE, System.out)).isNotEmpty().allMatch(sample -> sample > 0);
    }
}
