package jp.tenkyo.lifecycle.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.tenkyo.lifecycle.contract.RecordTraces;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Routing;
import org.jspecify.annotations.Nullable;

/**
 * Compares a source's list with the events. Of a long list only the rows of some partitions' holders are in memory at a
 * time: it is read anew for each such share, the events once.
 */
final class Reconciliation implements AutoCloseable {

    private final SourceList list;
    private final EventLog events;
    private final RecordTraces traces;
    private final RegistryPatience patience;
    private final DifferentRows different;
    private final CommandProgress progress;
    private final int rowsInMemory;
    private final ReconcileCounts counts = new ReconcileCounts();

    /** @param rowsInMemory how many rows at a time, about; one partition's holders always */
    Reconciliation(
            SourceList list,
            EventLog events,
            RecordTraces traces,
            RegistryPatience patience,
            DifferentRows different,
            CommandProgress progress,
            int rowsInMemory) {
        this.list = list;
        this.events = events;
        this.traces = traces;
        this.patience = patience;
        this.different = different;
        this.progress = progress;
        this.rowsInMemory = rowsInMemory;
    }

    ReconcileCounts run() throws IOException {
        var shares = shares();
        for (var number = 0; number < shares; number++) {
            var share = new Share(number, shares);
            list.read(share);
            events.read(share.partitions(), share);
            share.compare();
        }
        return counts;
    }

    private int shares() {
        return Math.clamp(list.lines() / rowsInMemory + 1, 1, events.partitions());
    }

    long unreadable() {
        return traces.unreadable();
    }

    /** The rows of some partitions' holders. */
    private final class Share implements SourceList.Reader, EventLog.Reader {

        private final int number;
        private final int shares;
        private final Map<String, List<RecordStanding>> byHolder = new HashMap<>();
        private final List<RecordStanding> inOrder = new ArrayList<>();

        Share(int number, int shares) {
            this.number = number;
            this.shares = shares;
        }

        List<Integer> partitions() {
            return IntStream.range(0, events.partitions())
                    .filter(this::has)
                    .boxed()
                    .toList();
        }

        private boolean has(int partition) {
            return partition % shares == number;
        }

        @Override
        public void headings(List<String> texts) throws IOException {
            if (number == 0) {
                different.open(texts);
            }
        }

        @Override
        public void sound(ChangeFile.Row row, SourceRecord listed) {
            if (!has(Routing.partitionOf(listed.holderId().getBytes(UTF_8), events.partitions()))) {
                return;
            }
            var ofHolder = byHolder.computeIfAbsent(listed.holderId(), _ -> new ArrayList<>(1));
            if (standing(ofHolder, listed.municipality()) != null) {
                report(row, List.of(new Fault(ResidentChangeForm.HOLDER_ID, "DUPLICATE", "同じ利用者IDと市区町村コードの行が上にあります")));
                return;
            }
            var standing = new RecordStanding(listed);
            ofHolder.add(standing);
            inOrder.add(standing);
        }

        @Override
        public void faulty(ChangeFile.Row row, List<Fault> faults) {
            if (number == 0) {
                report(row, faults);
            }
        }

        @Override
        public void take(byte[] key, byte[] value) {
            var ofHolder = byHolder.get(new String(key, UTF_8));
            if (ofHolder == null) {
                return;
            }
            patience.ask(() -> traces.find(value)).ifPresent(trace -> {
                var standing = standing(ofHolder, trace.municipality());
                if (standing != null) {
                    standing.take(trace);
                }
            });
        }

        @Override
        public void advance(long records) {
            progress.step(records);
        }

        void compare() {
            for (var standing : inOrder) {
                var differences = standing.differences();
                if (differences.isEmpty()) {
                    counts.countAgreement(standing.isAhead());
                } else {
                    counts.countDifference(differences);
                    different.add(standing.listed(), differences);
                }
            }
        }

        private void report(ChangeFile.Row row, List<Fault> faults) {
            counts.countDifference(faults);
            different.add(row, faults);
        }

        private static @Nullable RecordStanding standing(List<RecordStanding> ofHolder, String municipality) {
            for (var standing : ofHolder) {
                if (standing.listed().municipality().equals(municipality)) {
                    return standing;
                }
            }
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        traces.close();
        events.close();
        different.close();
    }
}
