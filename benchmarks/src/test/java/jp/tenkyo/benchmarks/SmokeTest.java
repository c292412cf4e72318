package jp.tenkyo.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every benchmark runs that needs no servers; the figures of so short a run mean nothing. */
class SmokeTest {

    static Stream<Benchmark> all() {
        return Benchmarks.ALL.stream().filter(one -> !one.needsServers());
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_benchmark_runs(Benchmark benchmark) throws Exception {
        assertThat(benchmark.measure(Effort.SMOKE, System.out).samples())
                .isNotEmpty()
                .allMatch(sample -> sample > 0);
    }
}
