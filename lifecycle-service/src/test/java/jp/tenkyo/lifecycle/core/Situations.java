package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.CHITOSE;
import static jp.tenkyo.lifecycle.core.Changed.SAPPORO;
import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * States of a holder, by what is to be said of them, each as the inputs that lead to it. {@code S} and {@code A} are
 * the card's signing and authentication certificates, {@code PS} and {@code PA} the phone's, {@code L} a legacy card's.
 */
public final class Situations {

    /** When all of a situation has come in; the page asks what happens then. */
    public static final String NOW = "2026-04-10T10:00";

    private Situations() {}

    /** All of them. */
    public static Map<String, List<Command>> all() {
        var all = ofThePage();
        all.put("card from M version 1, record changed as version 4", with(card(CHITOSE, 1), moved(4)));
        all.put("moved out of M on 2026-04-05", with(card(CHITOSE, 1), at(ChangeReason.MOVED_OUT)));
        all.put(
                "moved out of M on 2026-04-05 and into N",
                with(
                        card(CHITOSE, 1),
                        at(ChangeReason.MOVED_OUT),
                        because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-04-06")));
        all.put("moving abroad on 2026-04-20 without the card", with(card(CHITOSE, 1), abroad(false)));
        all.put("moving abroad on 2026-04-20 with the card", with(card(CHITOSE, 1), abroad(true)));
        all.put("dead", with(card(CHITOSE, 1), at(ChangeReason.DIED)));
        all.put("phone alone, from M version 1", phone());
        all.put(
                "card issued a second time",
                with(
                        card(CHITOSE, 1),
                        made(signing("S1"), CHITOSE, 1).made("2026-03-05").command(),
                        made(authentication("A1"), CHITOSE, 1)
                                .made("2026-03-05")
                                .command()));
        all.put(
                "card of one whose date of birth is unknown",
                Stream.of(signing("S"), authentication("A"))
                        .map(one -> made(one, CHITOSE, 1).born("1980-00-00").command())
                        .toList());
        all.put("card with its signing PIN locked", with(card(CHITOSE, 1), wrongSigningPins(5)));
        return all;
    }

    /** Those that the page docs/LIFECYCLE.md has room for. */
    static Map<String, List<Command>> ofThePage() {
        var all = new LinkedHashMap<String, List<Command>>();
        all.put("nothing known", List.of());
        all.put("card, made from M version 1", card(CHITOSE, 1));
        all.put("card, made from M version 2", card(CHITOSE, 2));
        all.put("card, made from N on 2026-03-02", card(SAPPORO, 1));
        all.put("card and phone, from M version 1", cardAndPhone());
        all.put("card on hold", with(card(CHITOSE, 1), Story.action(Ground.CARD_LOST, "S")));
        all.put("phone on hold, card good", with(cardAndPhone(), Story.action(Ground.PHONE_LOST, "PS")));
        all.put("card revoked", with(card(CHITOSE, 1), Story.action(Ground.CARD_RETURNED, "S")));
        all.put(
                "card expired",
                Stream.of(signing("S"), authentication("A"))
                        .map(one -> made(one, CHITOSE, 1).until("2026-04-09").command())
                        .toList());
        all.put(
                "legacy card",
                List.of(signing("L").on(Carrier.RESIDENT_CARD).from(CHITOSE, 1).command()));
        all.put(
                "card from M version 1, move-out filed for 2026-04-20",
                with(card(CHITOSE, 1), at(ChangeReason.MOVED_OUT).happened("2026-04-20")));
        all.put(
                "nothing known but that the entry into M was annulled as version 2",
                List.of(at(ChangeReason.ANNULLED_ENTRY).command()));
        return all;
    }

    /** A change of M's record, version 2, of 2026-04-05. */
    static Changed at(ChangeReason reason) {
        return because(reason).at(CHITOSE, 2).on("2026-04-05");
    }

    static Made made(Made made, String municipality, int number) {
        return made.from(municipality, number).made("2026-03-02");
    }

    static List<Command> card(String municipality, int number) {
        return List.of(
                made(signing("S"), municipality, number).command(),
                made(authentication("A"), municipality, number).command());
    }

    static List<Command> with(List<Command> before, Changed... changes) {
        return with(before, Arrays.stream(changes).map(Changed::command).toArray(Command[]::new));
    }

    private static List<Command> with(List<Command> before, Command... more) {
        var all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }

    private static List<Command> cardAndPhone() {
        return with(card(CHITOSE, 1), phone().toArray(Command[]::new));
    }

    private static List<Command> phone() {
        return Stream.of(signing("PS"), authentication("PA"))
                .map(one -> one.onPhone().from(CHITOSE, 1).made("2026-03-03").command())
                .toList();
    }

    private static Changed moved(int number) {
        return at(ChangeReason.MOVED_WITHIN_MUNICIPALITY).number(number);
    }

    private static Changed abroad(boolean continuedUse) {
        return at(ChangeReason.MOVED_ABROAD).happened("2026-04-20").continuedUse(Optional.of(continuedUse));
    }

    private static Command[] wrongSigningPins(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(sequence -> PossibleInputs.signingPin(false, sequence))
                .toArray(Command[]::new);
    }
}
