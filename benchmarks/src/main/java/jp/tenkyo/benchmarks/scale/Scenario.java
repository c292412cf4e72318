package jp.tenkyo.benchmarks.scale;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.JavaProcess;
import jp.tenkyo.benchmarks.latency.Stage;

/** What happens to instances, one after the other. */
final class Scenario {

    private static final Duration CALM = Duration.ofSeconds(15);
    private static final Duration AFTERWARDS = Duration.ofSeconds(3);
    private static final Duration SHARED_WITHIN = Duration.ofMinutes(4);
    private static final Duration READABLE_WITHIN = Duration.ofMinutes(3);

    /** Shorter than the session's timeout: nobody takes over. */
    private static final Duration STILL_FOR = Duration.ofSeconds(6);

    private static final double SECOND = 1e9;

    private final Bed bed;
    private final Group group;
    private final Ledger ledger;
    private final PrintStream progress;
    private final List<Happening> happened = new ArrayList<>();
    private double othersCommits;

    Scenario(Bed bed, Group group, Ledger ledger, PrintStream progress) {
        this.bed = bed;
        this.group = group;
        this.ledger = ledger;
        this.progress = progress;
    }

    /** @param stage of the changes that go on meanwhile */
    void play(JavaProcess first, Stage stage) throws IOException, InterruptedException {
        Thread.sleep(CALM);
        var alone = group.await(1, first, SHARED_WITHIN);
        var from = System.nanoTime();
        Thread.sleep(CALM);
        note("nothing", from, from, partitionsOfNew(Set.of(), alone));
        var second = Instances.start(bed, "second");
        var two = join("a second instance comes", 2, second, alone.keySet());
        var third = Instances.start(bed, "third");
        var three = join("a third instance comes", 3, third, two.keySet());
        stop(third, first, partitionsOfNew(two.keySet(), three));
        var left = partitionsOfNew(alone.keySet(), group.await(2, first, SHARED_WITHIN));
        standStill(second, left);
        kill(second, first, left, stage);
    }

    private Map<String, Set<Integer>> join(String what, int instances, JavaProcess joining, Set<String> before)
            throws InterruptedException {
        var from = System.nanoTime();
        var after = group.await(instances, joining, SHARED_WITHIN);
        note(what, from, System.nanoTime(), partitionsOfNew(before, after));
        return after;
    }

    private void stop(JavaProcess instance, JavaProcess other, Set<Integer> own) throws InterruptedException {
        var from = System.nanoTime();
        instance.close();
        group.await(2, other, SHARED_WITHIN);
        note("an instance is stopped in order", from, System.nanoTime(), own);
    }

    private void standStill(JavaProcess instance, Set<Integer> own) throws IOException, InterruptedException {
        var from = System.nanoTime();
        instance.standStill();
        othersCommits = new Commits(bed, own).longestStandstill(STILL_FOR);
        instance.goOn();
        note("an instance stands still for %d s".formatted(STILL_FOR.toSeconds()), from, System.nanoTime(), own);
    }

    private void kill(JavaProcess instance, JavaProcess other, Set<Integer> own, Stage stage)
            throws InterruptedException {
        var from = System.nanoTime();
        instance.kill();
        group.await(1, other, SHARED_WITHIN);
        var settled = System.nanoTime();
        ledger.awaitAllBefore((int) ((settled - stage.beginsAt()) / SECOND * stage.rate()), READABLE_WITHIN);
        note("an instance is killed", from, settled, own);
    }

    private void note(String what, long from, long settled, Set<Integer> own) throws InterruptedException {
        Thread.sleep(AFTERWARDS);
        var until = System.nanoTime();
        // What is on its way then is no part of what happens next.
        Thread.sleep(AFTERWARDS);
        var happening = new Happening(what, from, settled, until, own);
        happened.add(happening);
        progress.printf("  %s: shared out after %.1f s%n", what, happening.seconds());
    }

    private static Set<Integer> partitionsOfNew(Set<String> before, Map<String, Set<Integer>> after) {
        return after.entrySet().stream()
                .filter(owner -> !before.contains(owner.getKey()))
                .flatMap(owner -> owner.getValue().stream())
                .collect(Collectors.toSet());
    }

    /** In the order in which it happened; first of all, nothing. */
    List<Happening> happened() {
        return happened;
    }

    /** The longest, in milliseconds, that others' inputs were not committed while an instance stood still. */
    double othersCommits() {
        return othersCommits;
    }
}
