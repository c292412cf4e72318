package jp.tenkyo.lifecycle.door;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of comparing a source's list with the events. */
final class ReconcileCounts {

    private long read;
    private long agree;
    private long ahead;
    private long different;
    private final Map<String, Long> byCode = new TreeMap<>();

    /** @param ahead whether the events have gone on since the list was made */
    void countAgreement(boolean ahead) {
        read++;
        agree++;
        this.ahead += ahead ? 1 : 0;
    }

    /** Under each of its codes. */
    void countDifference(List<Fault> differences) {
        read++;
        different++;
        differences.stream().map(Fault::code).distinct().forEach(code -> byCode.merge(code, 1L, Long::sum));
    }

    long read() {
        return read;
    }

    long agree() {
        return agree;
    }

    long ahead() {
        return ahead;
    }

    long different() {
        return different;
    }

    Map<String, Long> byCode() {
        return byCode;
    }
}
