package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.CHITOSE;
import static jp.tenkyo.lifecycle.core.Changed.SAPPORO;
import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Changed.movedAbroad;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static jp.tenkyo.lifecycle.core.Story.action;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The two input topics are read in no fixed order. Whatever the order, every certificate ends in the same status, its
 * version rises by one, an end is final, nothing that comes again changes anything (rule book 2.1), and the same is
 * left to a person.
 */
class InterleavingTest {

    private static final String NOW = "2026-04-10T10:00";
    private static final int RANDOM_HISTORIES = 20_000;
    /** Set to replay a failure. */
    private static final String SEED = "tenkyo.seed";

    static List<History> histories() {
        return List.of(
                History.called("a reissue after moving within the municipality")
                        .at(NOW)
                        .changes(because(ChangeReason.MOVED_WITHIN_MUNICIPALITY)
                                .number(2)
                                .on("2026-04-02"))
                        .requests(
                                signing("old").number(1),
                                signing("new").number(2).made("2026-04-02"))
                        .end(),
                History.called("a move to another municipality with a reissue there")
                        .at(NOW)
                        .changes(
                                because(ChangeReason.MOVED_OUT).at(CHITOSE, 2).on("2026-04-01"),
                                because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-04-03"))
                        .requests(
                                authentication("a").from(CHITOSE, 1),
                                signing("s").from(CHITOSE, 1),
                                signing("t").from(SAPPORO, 1).made("2026-04-03"))
                        .end(),
                History.called("there and back: numbers of the first municipality go on")
                        .at(NOW)
                        .changes(
                                because(ChangeReason.MOVED_OUT).at(CHITOSE, 2).on("2026-02-01"),
                                because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-02-03"),
                                because(ChangeReason.MOVED_OUT).at(SAPPORO, 2).on("2026-03-01"),
                                because(ChangeReason.MOVED_IN).at(CHITOSE, 3).on("2026-03-03"),
                                because(ChangeReason.CORRECTED_ERROR)
                                        .at(CHITOSE, 4)
                                        .touching(ChangedAttribute.ADDRESS_SUPPLEMENT)
                                        .on("2026-03-04"))
                        .requests(
                                signing("s").from(CHITOSE, 1).made("2026-01-05"),
                                signing("t").from(SAPPORO, 1).made("2026-02-03"),
                                signing("u").from(CHITOSE, 3).made("2026-03-03"),
                                signing("v").from(CHITOSE, 4).made("2026-03-05"))
                        .end(),
                History.called("a renewal while a name changes")
                        .at(NOW)
                        .changes(because(ChangeReason.CORRECTED_EX_OFFICIO)
                                .number(3)
                                .touching(ChangedAttribute.NAME)
                                .on("2026-04-05"))
                        .requests(
                                signing("old").number(2).until("2026-05-10"),
                                signing("new").number(2).renewed().made("2026-04-05"),
                                signing("newer").number(3).made("2026-04-06"))
                        .end(),
                History.called("a death while a certificate is made")
                        .at(NOW)
                        .changes(because(ChangeReason.DIED).number(2).on("2026-04-05"))
                        .requests(
                                authentication("a").number(1),
                                signing("s").number(1),
                                signing("t").number(1).made("2026-04-05"),
                                authentication("p").onPhone().number(1).made("2026-04-05"))
                        .end(),
                History.called("a phone's certificates made before and after the card's renewal")
                        .at(NOW)
                        .changes(because(ChangeReason.HOUSEHOLD_SPLIT).number(2))
                        .requests(
                                authentication("card").made("2026-03-01"),
                                authentication("phone").onPhone().made("2026-03-02"),
                                authentication("card-2").renewed().made("2026-03-03"),
                                authentication("phone-2").onPhone().made("2026-03-04"))
                        .end(),
                History.called("a change that concerns the card's certificate alone takes the phone's along")
                        .at(NOW)
                        .changes(because(ChangeReason.ALIAS_ADDED).number(2).on("2026-03-03"))
                        .requests(
                                signing("card").number(1).made("2026-03-01"),
                                signing("phone").onPhone().number(2).made("2026-03-04"),
                                signing("card-2").number(2).made("2026-03-05"),
                                signing("phone-2").onPhone().number(2).made("2026-03-06"))
                        .end(),
                History.called("a phone lost and found while its holder moves")
                        .at(NOW)
                        .changes(
                                because(ChangeReason.MOVED_WITHIN_MUNICIPALITY).number(2),
                                because(ChangeReason.INDIVIDUAL_NUMBER_CHANGED).number(3))
                        .requests(
                                signing("s").onPhone().number(1),
                                authentication("a").onPhone().number(2),
                                action(Ground.PHONE_LOST, "a"),
                                action(Ground.PHONE_FOUND, "a"))
                        .end(),
                History.called("a lost card on hold, reissued, its holder moved away")
                        .at(NOW)
                        .changes(
                                because(ChangeReason.MOVED_OUT).at(CHITOSE, 2).on("2026-04-06"),
                                because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-04-07"))
                        .requests(
                                signing("s").from(CHITOSE, 1),
                                action(Ground.CARD_LOST, "s"),
                                signing("t").from(CHITOSE, 1).made("2026-04-05"),
                                signing("u").from(SAPPORO, 1).made("2026-04-07"))
                        .end(),
                History.called("a future move-out and what is made before its day")
                        .at(NOW)
                        .changes(
                                because(ChangeReason.MOVED_OUT)
                                        .at(CHITOSE, 2)
                                        .processed("2026-04-10")
                                        .happened("2026-04-20"),
                                because(ChangeReason.ALIAS_ADDED).at(CHITOSE, 3).on("2026-04-10"))
                        .requests(
                                signing("s").from(CHITOSE, 1),
                                signing("t").from(CHITOSE, 3).made("2026-04-10"),
                                authentication("a").from(CHITOSE, 3).made("2026-04-10"))
                        .at("2026-04-20T00:00")
                        .requests(signing("u").from(CHITOSE, 3).made("2026-04-20T00:00"))
                        .end(),
                History.called("a future move abroad with continued use and the reissue before departure")
                        .at(NOW)
                        .changes(movedAbroad(true)
                                .at(CHITOSE, 2)
                                .processed("2026-04-10")
                                .happened("2026-04-20"))
                        .requests(
                                authentication("a").from(CHITOSE, 1),
                                signing("s").from(CHITOSE, 1),
                                signing("t").from(CHITOSE, 2).made("2026-04-10"))
                        .at("2026-04-21T00:00")
                        .end(),
                History.called("a move abroad without continued use, and the return")
                        .at(NOW)
                        .changes(
                                movedAbroad(false).at(CHITOSE, 2).on("2026-04-02"),
                                because(ChangeReason.MOVED_IN_FROM_ABROAD)
                                        .at(SAPPORO, 1)
                                        .on("2026-04-08"))
                        .requests(
                                authentication("a").from(CHITOSE, 1),
                                signing("s").from(CHITOSE, 1),
                                authentication("b").from(SAPPORO, 1).made("2026-04-08"),
                                signing("t").from(SAPPORO, 1).made("2026-04-08"))
                        .end(),
                History.called("numbers that come late and twice")
                        .at(NOW)
                        .changes(
                                because(ChangeReason.ALIAS_DELETED).number(4),
                                because(ChangeReason.HOUSEHOLD_SPLIT).number(2),
                                because(ChangeReason.ALIAS_ADDED).number(3),
                                because(ChangeReason.MOVED_WITHIN_MUNICIPALITY).number(2),
                                because(ChangeReason.ALIAS_DELETED).number(4))
                        .requests(
                                signing("s").number(1).made("2026-01-01"),
                                signing("t").number(3).made("2026-01-02"),
                                signing("u").number(4).made("2026-01-03"),
                                signing("t").number(3).made("2026-01-02"))
                        .end(),
                History.called("a certificate that expires between two changes")
                        .at(NOW)
                        .changes(because(ChangeReason.HOUSEHOLD_MERGED).number(2))
                        .requests(
                                signing("s").until("2026-04-15"),
                                authentication("a").until("2026-04-15"))
                        .at("2026-04-16T09:00")
                        .changes(because(ChangeReason.DIED).number(3).on("2026-04-16"))
                        .requests(signing("t").number(1).made("2026-04-14"))
                        .end());
    }

    @ParameterizedTest
    @MethodSource("histories")
    void a_short_history_ends_the_same_in_every_interleaving(History history) {
        assertThat(new Interleavings().play(history)).as(history::toString).isEmpty();
    }

    @Test
    void random_histories_end_the_same_in_every_interleaving() {
        var seed = Optional.ofNullable(Long.getLong(SEED)).orElseGet(() -> new Random().nextLong());
        System.out.println("random histories: seed " + seed + ", to replay: -D" + SEED + "=" + seed);
        var histories = new RandomHistories(seed);
        var interleavings = new Interleavings();
        for (var i = 0; i < RANDOM_HISTORIES; i++) {
            var history = histories.next("history " + i + " of seed " + seed);
            if (interleavings.play(history).isPresent()) {
                var shortest = shrink(history);
                fail(shortest + "" + new Interleavings().play(shortest).orElseThrow());
            }
        }
        assertThat(interleavings.decisions()).isGreaterThan(RANDOM_HISTORIES);
    }

    /** Leaves out inputs for as long as the history still fails. */
    private static History shrink(History failing) {
        return failing.shorter().stream()
                .filter(shorter -> new Interleavings().play(shorter).isPresent())
                .findFirst()
                .map(InterleavingTest::shrink)
                .orElse(failing);
    }
}
