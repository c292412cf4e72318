package jp.tenkyo.lifecycle.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tenkyo.lifecycle.contract.RecordTraces;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Routing;
import org.jspecify.annotations.Nullable;

/**
 * Compares a source's list with the events, one partition after the other: of the list only the rows of one partition's
 * holders are in memory at a time, so the list is read once for each.
 */
final class Reconciliation implements AutoCloseable {

    private final SourceList list;
    private final EventLog events;
    private final RecordTraces traces;
    private final RegistryPatience patience;
    private final DifferentRows different;
    private final CommandProgress progress;
    private final ReconcileCounts counts = new ReconcileCounts();

    Reconciliation(
            SourceList list,
            EventLog events,
            RecordTraces traces,
            RegistryPatience patience,
            DifferentRows different,
            CommandProgress progress) {
        this.list = list;
        this.events = events;
        this.traces = traces;
        this.patience = patience;
        this.different = different;
        this.progress = progress;
    }

    ReconcileCounts run() throws IOException {
        for (var partition = 0; partition < events.partitions(); partition++) {
            var part = new Part(partition);
            list.read(part);
            events.read(partition, part);
            part.compare();
        }
        return counts;
    }

    long unreadable() {
        return traces.unreadable();
    }

    /** The rows of one partition's holders. */
    private final class Part implements SourceList.Reader, EventLog.Reader {

        private final int partition;
        private final Map<String, List<RecordStanding>> byHolder = new HashMap<>();
        private final List<RecordStanding> inOrder = new ArrayList<>();

        Part(int partition) {
            this.partition = partition;
        }

        @Override
        public void headings(List<String> texts) throws IOException {
            if (partition == 0) {
                different.open(texts);
            }
        }

        @Override
        public void sound(ChangeFile.Row row, SourceRecord listed) {
            if (Routing.partitionOf(listed.holderId().getBytes(UTF_8), events.partitions()) != partition) {
                return;
            }
            var ofHolder = byHolder.computeIfAbsent(listed.holderId(), _ -> new ArrayList<>(1));
            if (standing(ofHolder, listed.municipality()) != null) {
                report(
                        row,
                        List.of(new Fault(
                                ResidentChangeForm.HOLDER_ID, "DUPLICATE", "同じ利用者IDと市区町村コードの行が上にあります")));
                return;
            }
            var standing = new RecordStanding(listed);
            ofHolder.add(standing);
            inOrder.add(standing);
        }

        @Override
        public void faulty(ChangeFile.Row row, List<Fault> faults) {
            if (partition == 0) {
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
