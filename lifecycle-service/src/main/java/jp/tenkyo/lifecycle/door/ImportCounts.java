package jp.tenkyo.lifecycle.door;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many rows were read, sent and refused. */
final class ImportCounts {

    private long read;
    private long sent;
    private long refused;
    private final Map<String, Long> refusedByCode = new TreeMap<>();

    void countRead() {
        read++;
    }

    void countSent() {
        sent++;
    }

    /** A row counts once, under its first fault. */
    void countRefused(List<Fault> faults) {
        refused++;
        refusedByCode.merge(faults.getFirst().code(), 1L, Long::sum);
    }

    long read() {
        return read;
    }

    long sent() {
        return sent;
    }

    long refused() {
        return refused;
    }

    Map<String, Long> refusedByCode() {
        return refusedByCode;
    }
}
