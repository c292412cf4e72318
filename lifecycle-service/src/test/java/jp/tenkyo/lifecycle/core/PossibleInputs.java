package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.CHITOSE;
import static jp.tenkyo.lifecycle.core.Changed.SAPPORO;
import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static jp.tenkyo.lifecycle.core.Situations.at;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every kind of input that can meet a holder, by what is to be said of it. */
public final class PossibleInputs {

    private PossibleInputs() {}

    /** @param now when it comes in; certificates are reported in the second in which they are made */
    public static Map<String, Command> all(Instant now) {
        var all = ofThePage(now);
        all.put("PIN entered wrong, signing, card", signingPin(false, 6));
        all.put("PIN entered right, signing, card", signingPin(true, 6));
        all.put("PIN sent again, signing, card", signingPin(false, 1));
        for (var place : PinRequest.Place.values()) {
            all.put(
                    "PIN reset, signing, card, " + place,
                    new Command.ActOnPin(new PinRequest.Reset("r", Story.HOLDER, CHITOSE, signingPin(), place)));
        }
        all.put(
                "PIN changed, signing, card",
                new Command.ActOnPin(new PinRequest.Changed("r", Story.HOLDER, Optional.empty(), signingPin())));
        for (var finding : List.of(Finding.Code.NEEDS_DECISION, Finding.Code.DATE_OF_BIRTH_NEEDS_DECISION)) {
            all.put(
                    "decision taken on A, " + finding,
                    new Command.TakeDecision(
                            new DecisionTaken("r", Story.HOLDER, CHITOSE, Story.id("A"), finding.name())));
        }
        all.put("notice settled that nobody planned", new Command.SettleNotice("unheard-of", true));
        return all;
    }

    /** Those that certificates hang on. */
    static Map<String, Command> ofThePage(Instant now) {
        var all = new LinkedHashMap<String, Command>();
        for (var reason : ChangeReason.values()) {
            changes(reason).forEach((name, changed) -> all.put("change " + name, changed.command()));
        }
        all.put(
                "change MOVED_OUT, future: 2026-04-20",
                at(ChangeReason.MOVED_OUT)
                        .processed("2026-04-05")
                        .happened("2026-04-20")
                        .command());
        all.put(
                "change MOVED_IN of N",
                because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-04-05").command());
        all.put(
                "change MOVED_OUT of N",
                because(ChangeReason.MOVED_OUT).at(SAPPORO, 2).on("2026-04-05").command());
        all.put(
                "change MOVED_WITHIN_MUNICIPALITY, version 1",
                at(ChangeReason.MOVED_WITHIN_MUNICIPALITY).number(1).command());
        all.put("ISSUE signing, card", made(signing("S2"), now).command());
        all.put("ISSUE authentication, card", made(authentication("A2"), now).command());
        all.put(
                "ISSUE authentication, card, from M version 1",
                made(authentication("A2"), now).number(1).command());
        all.put("ISSUE signing, phone", made(signing("PS2"), now).onPhone().command());
        all.put("RENEW signing, card", made(signing("S2"), now).renewed().command());
        for (var ground : Ground.values()) {
            var certificate = ground == Ground.PHONE_LOST || ground == Ground.PHONE_FOUND ? "PA" : "S";
            all.put(ground.request() + " " + ground + " of " + certificate, Story.action(ground, certificate));
        }
        all.put("CA key compromised", new Command.EndIssuer(Story.id("S").issuerKeyId()));
        return all;
    }

    static Command signingPin(boolean right, long sequence) {
        return new Command.ActOnPin(
                new PinRequest.Entered("r", Story.HOLDER, Optional.empty(), signingPin(), right, sequence));
    }

    private static PinName signingPin() {
        return new PinName(Pin.SIGNING, Carrier.CARD);
    }

    /** From M's record, version 2, until the birthday in four years, or in five. */
    private static Made made(Made made, Instant now) {
        var today = Tokyo.dateOf(now);
        var birthday = LocalDate.of(today.getYear() + 4, 2, 17);
        return made.from(CHITOSE, 2)
                .made(LocalDateTime.ofInstant(now, Tokyo.ZONE).withNano(0).toString())
                .until(birthday);
    }

    private static Map<String, Changed> changes(ChangeReason reason) {
        var all = new LinkedHashMap<String, Changed>();
        if (reason == ChangeReason.MOVED_ABROAD) {
            for (var use : List.of(true, false)) {
                all.put(
                        reason + (use ? ", continued use" : ", no continued use"),
                        at(reason).continuedUse(Optional.of(use)));
            }
        } else if (reason.needsChanged()) {
            all.put(reason + " of ADDRESS", at(reason).touching(ChangedAttribute.ADDRESS));
            all.put(reason + " of FURIGANA", at(reason).touching(ChangedAttribute.FURIGANA));
        } else {
            all.put(reason.name(), at(reason));
        }
        if (reason.row() == ChangeReason.Row.KEEPS_UNLESS_ATTRIBUTE_CHANGED) {
            all.put(reason + " naming ADDRESS", at(reason).touching(ChangedAttribute.ADDRESS));
        }
        return all;
    }
}
