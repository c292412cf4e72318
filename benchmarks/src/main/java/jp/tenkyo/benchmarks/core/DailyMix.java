package jp.tenkyo.benchmarks.core;

import static jp.tenkyo.benchmarks.core.Resident.CHITOSE;
import static jp.tenkyo.benchmarks.core.Resident.SAPPORO;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.OutcomeCode;
import jp.tenkyo.lifecycle.core.Policy;

/**
 * Inputs as a working day brings them, of residents with two certificates: changes that end something, changes that
 * keep all, issue, requests, settled notices, re-sends of each, and inputs that meet a reminder that is due.
 */
final class DailyMix {

    static final Instant NOW = Instant.parse("2026-04-10T01:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);
    private static final Instant YEARS_AHEAD = Instant.parse("2030-02-17T14:59:59Z");
    private static final Instant FIFTH_BIRTHDAY = Instant.parse("2031-02-17T14:59:59Z");
    /** Its renewal window opened an hour before {@link #NOW}. */
    private static final Instant IN_THREE_MONTHS = Instant.parse("2026-07-09T14:59:59Z");

    /** Few, so that holders are near the processor, as one is that has just been read from the store. */
    private static final int RESIDENTS_OF_EACH = 16;

    private static final long SEED = 20260410;

    private DailyMix() {}

    /** As many of each sort, in an order that repeats with the seed, so that nothing follows from what came before. */
    static List<Encounter> encounters(Policy policy) {
        var all = new ArrayList<Encounter>();
        for (var sort : sorts().toList()) {
            for (var left = RESIDENTS_OF_EACH; left > 0; left--) {
                all.add(sort.apply(new Resident(all.size(), policy)));
            }
        }
        Collections.shuffle(all, new Random(SEED));
        return List.copyOf(all);
    }

    private static Stream<Function<Resident, Encounter>> sorts() {
        return Stream.of(changesThatEnd(), changesThatKeep(), requests(), repeats())
                .flatMap(all -> all);
    }

    private static Stream<Function<Resident, Encounter>> changesThatEnd() {
        return Stream.of(
                meeting(OutcomeCode.REVOKED, DailyMix::movesWithin),
                meeting(OutcomeCode.REVOKED, DailyMix::movesWithin),
                meeting(OutcomeCode.REVOKED, DailyMix::movesIn),
                meeting(OutcomeCode.REVOKED, one -> one.movesOut(TODAY)),
                meeting(OutcomeCode.WAITING, one -> one.movesOut(TODAY.plusDays(10))),
                meeting(OutcomeCode.REVOKED, one -> one.change(ChangeReason.DIED, CHITOSE)),
                meeting(
                        OutcomeCode.REVOKED,
                        one -> one.change(ChangeReason.CORRECTED_EX_OFFICIO, CHITOSE, ChangedAttribute.NAME)));
    }

    private static Stream<Function<Resident, Encounter>> changesThatKeep() {
        return Stream.of(
                meeting(OutcomeCode.KEPT, DailyMix::minorCorrection),
                meeting(OutcomeCode.KEPT, DailyMix::minorCorrection),
                meeting(OutcomeCode.KEPT, one -> one.change(ChangeReason.HOUSEHOLD_CHANGED, CHITOSE)),
                one -> new Encounter(one.certified(IN_THREE_MONTHS), minorCorrection(one), OutcomeCode.KEPT));
    }

    private static Stream<Function<Resident, Encounter>> requests() {
        return Stream.of(
                one -> new Encounter(one.nobody(), firstIssue(one), OutcomeCode.REGISTERED),
                one -> new Encounter(
                        one.after(one.nobody(), firstIssue(one), NOW),
                        one.made(Kind.AUTHENTICATION, 1, NOW, FIFTH_BIRTHDAY),
                        OutcomeCode.REGISTERED),
                one -> new Encounter(moved(one), one.made(Kind.SIGNING, 2, NOW, YEARS_AHEAD), OutcomeCode.REGISTERED),
                meeting(OutcomeCode.REVOKED, Resident::asksToRevoke),
                one -> new Encounter(moved(one), settled(moved(one)), OutcomeCode.NOTICE_SETTLED));
    }

    private static Stream<Function<Resident, Encounter>> repeats() {
        return Stream.of(
                one -> new Encounter(moved(one), movesWithin(one), OutcomeCode.NOTHING_TO_END),
                one -> new Encounter(
                        one.after(certified(one), minorCorrection(one), NOW), minorCorrection(one), OutcomeCode.KEPT),
                one -> new Encounter(
                        one.after(one.nobody(), firstIssue(one), NOW),
                        firstIssue(one),
                        OutcomeCode.ALREADY_REGISTERED));
    }

    /** A resident with two certificates of whom something is told. */
    private static Function<Resident, Encounter> meeting(OutcomeCode outcome, Function<Resident, Command> told) {
        return one -> new Encounter(certified(one), told.apply(one), outcome);
    }

    private static Holder certified(Resident one) {
        return one.certified(YEARS_AHEAD);
    }

    private static Holder moved(Resident one) {
        return one.after(certified(one), movesWithin(one), NOW);
    }

    private static Command movesWithin(Resident one) {
        return one.change(ChangeReason.MOVED_WITHIN_MUNICIPALITY, CHITOSE);
    }

    private static Command movesIn(Resident one) {
        return one.change(ChangeReason.MOVED_IN, SAPPORO);
    }

    private static Command minorCorrection(Resident one) {
        return one.change(ChangeReason.MINOR_CORRECTION, CHITOSE);
    }

    private static Command firstIssue(Resident one) {
        return one.made(Kind.SIGNING, 1, NOW, FIFTH_BIRTHDAY);
    }

    private static Command settled(Holder holder) {
        return new Command.SettleNotice(holder.notices().getFirst().id(), true);
    }
}
