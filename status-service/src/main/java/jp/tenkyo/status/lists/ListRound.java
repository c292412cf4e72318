package jp.tenkyo.status.lists;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.table.StatusTable;
import jp.tenkyo.status.table.TableView;

/** Makes all of an issuer's lists that are due, from one view of the table, in two walks: one to make, one to check. */
final class ListRound {

    private final StatusTable table;
    private final Freshness.Source freshness;
    private final ListSettings settings;
    private final InstantSource clock;

    /** @param clock the machine's: verifiers hold thisUpdate and nextUpdate against theirs */
    ListRound(StatusTable table, Freshness.Source freshness, ListSettings settings, InstantSource clock) {
        this.table = table;
        this.freshness = freshness;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What came of a round.
     *
     * @param took of the building, publishing included
     */
    record Made(Map<ListName, Published> lists, Duration took) {

        static final Made NOTHING = new Made(Map.of(), Duration.ZERO);

        Made {
            lists = Map.copyOf(lists);
        }
    }

    /**
     * Publishes all lists that are due, or none.
     *
     * @throws ListRefusedException if that may not be done now; nothing was published then
     */
    Made run(ListSigner signer, ListShelf shelf, DirtyMarks.Dirt dirt) throws IOException, ListRefusedException {
        var turn = shelf.turn();
        if (turn.isEmpty()) {
            throw ListRefusedException.notNow("Another instance is making lists in that folder");
        }
        try (var _ = turn.get();
                var view = table.view()) {
            refuseUnlessFresh();
            var work = new Work(signer, shelf, dirt, view);
            return work.nothingIsDue() ? Made.NOTHING : work.make();
        }
    }

    private void refuseUnlessFresh() throws ListRefusedException {
        if (!freshness.now().isFresh()) {
            throw ListRefusedException.notNow("The table is stale");
        }
    }

    /** One round's work. */
    private final class Work {

        private final ListSigner signer;
        private final ListShelf shelf;
        private final DirtyMarks.Dirt dirt;
        private final TableView view;
        private final Manifest before;
        private final Instant begun = clock.instant();
        private final Instant thisUpdate = begun.truncatedTo(ChronoUnit.SECONDS);
        private final boolean fullIsDue;
        private final Map<ListName, EntryWriter> writers = new TreeMap<>();
        private final Set<ListName> current = new HashSet<>();

        Work(ListSigner signer, ListShelf shelf, DirtyMarks.Dirt dirt, TableView view) throws IOException {
            this.signer = signer;
            this.shelf = shelf;
            this.dirt = dirt;
            this.view = view;
            this.before = shelf.manifest();
            this.fullIsDue = isOver(ListName.FULL, settings.fullEvery());
        }

        boolean nothingIsDue() {
            return dirt.isNone()
                    && !fullIsDue
                    && !deltaIsOver()
                    && before.lists().keySet().stream()
                            .noneMatch(name -> name.isOfMunicipality() && isOver(name, settings.fullEvery()));
        }

        private boolean deltaIsOver() {
            return isOver(ListName.DELTA, settings.deltaValidFor().dividedBy(2));
        }

        private boolean isOver(ListName name, Duration age) {
            return before.of(name)
                    .map(list -> !thisUpdate.isBefore(list.thisUpdate().plus(age)))
                    .orElse(true);
        }

        Made make() throws IOException, ListRefusedException {
            // Before anything is signed with it.
            var number = shelf.takeNumber(thisUpdate);
            var base = fullIsDue ? List.<ListEntry>of() : shelf.read(ListName.FULL, before.numberOf(ListName.FULL));
            write(base);
            var lists = sign(number);
            check(lists, base);
            // What came in while this was made may have ended the table's being fresh.
            refuseUnlessFresh();
            shelf.publish(before, lists);
            var made = new TreeMap<ListName, Published>();
            lists.forEach((name, list) -> made.put(name, list.published()));
            return new Made(made, Duration.between(begun, clock.instant()));
        }

        private void write(Iterable<ListEntry> base) {
            before.lists().keySet().stream().filter(this::isDue).forEach(name -> writers.put(name, new EntryWriter()));
            var whole = writers.computeIfAbsent(fullIsDue ? ListName.FULL : ListName.DELTA, _ -> new EntryWriter());
            var delta = new DeltaWriter(base.iterator(), whole);
            Consumer<ListEntry> everywhere = fullIsDue ? whole : delta;
            var listedBefore = before.decidedBefore(ListName.FULL);
            view.forEachOf(signer.issuer().keyId(), (row, inDoubt) -> {
                ListEntry.of(row, inDoubt, listedBefore).ifPresent(everywhere);
                writeOfMunicipality(row, inDoubt);
            });
            delta.end();
        }

        private void writeOfMunicipality(StatusRow row, boolean inDoubt) {
            var name = ListName.ofMunicipality(row.municipality());
            if (name.isEmpty() || current.contains(name.get())) {
                return;
            }
            var writer = writers.get(name.get());
            if (writer == null) {
                if (!isDue(name.get())) {
                    current.add(name.get());
                    return;
                }
                writer = new EntryWriter();
                writers.put(name.get(), writer);
            }
            ListEntry.of(row, inDoubt, before.decidedBefore(name.get())).ifPresent(writer);
        }

        private boolean isDue(ListName name) {
            if (name.isOfMunicipality()) {
                return dirt.has(name) || isOver(name, settings.fullEvery());
            }
            return name.equals(ListName.FULL) == fullIsDue;
        }

        private Map<ListName, ListShelf.Signed> sign(long number) {
            var lists = new TreeMap<ListName, ListShelf.Signed>();
            writers.forEach((name, writer) -> {
                var isDelta = name.equals(ListName.DELTA);
                var frame = new ListFrame(
                        name,
                        number,
                        isDelta ? OptionalLong.of(before.numberOf(ListName.FULL)) : OptionalLong.empty(),
                        thisUpdate,
                        thisUpdate.plus(isDelta ? settings.deltaValidFor() : settings.validFor()));
                lists.put(
                        name,
                        new ListShelf.Signed(
                                frame,
                                new DerBytes(signer.sign(frame, writer)),
                                new Published(number, thisUpdate, frame.nextUpdate(), view.at(), writer.count())));
            });
            return lists;
        }

        private void check(Map<ListName, ListShelf.Signed> lists, Iterable<ListEntry> base)
                throws ListRefusedException {
            var check = new ListCheck(signer, before);
            for (var list : lists.values()) {
                check.add(list.frame(), new ListBytes(list.der().array()), base);
            }
            check.against(view);
        }
    }
}
