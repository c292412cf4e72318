package jp.tenkyo.lifecycle.contract;

import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangeWaiting;
import jp.tenkyo.avro.MoveOutTimerArmed;
import jp.tenkyo.avro.MoveOutTimerDisarmed;
import jp.tenkyo.avro.MoveOutTimerEnd;
import jp.tenkyo.avro.MoveOutTimerFired;
import jp.tenkyo.avro.RecordGapClosed;
import jp.tenkyo.avro.RecordGapOpened;
import jp.tenkyo.avro.WaitingChangeDropped;
import jp.tenkyo.lifecycle.core.Event;
import jp.tenkyo.lifecycle.core.MoveOutTimer;
import jp.tenkyo.lifecycle.core.RecordNumbers;
import jp.tenkyo.lifecycle.core.WaitingChange;

/** Facts about a holder's resident record: what waits, what the timers do, which versions are missing. */
final class RecordFacts {

    private RecordFacts() {}

    static CertificateEventMessage describe(
            CertificateEventMessage.Builder message, Event.RecordFact fact, String holderId) {
        return switch (fact) {
            case Event.ChangeSetWaiting(var waiting) ->
                message.setId(id(holderId, "waiting", waiting))
                        .setChangeWaiting(new ChangeWaiting(
                                waiting.municipality(), waiting.recordNumber(), reason(waiting), waiting.effectiveOn()))
                        .build();
            case Event.WaitingDropped(var waiting) ->
                message.setId(id(holderId, "dropped", waiting))
                        .setWaitingChangeDropped(new WaitingChangeDropped(
                                waiting.municipality(), waiting.recordNumber(), reason(waiting), waiting.effectiveOn()))
                        .build();
            case Event.TimerFact about -> timer(message, about, holderId);
            case Event.RecordGapOpened opened -> gapOpened(message, opened, holderId);
            case Event.RecordGapClosed(var municipality, var number, var stillMissing) ->
                message.setId(String.join("/", holderId, "gap-closed", municipality, Integer.toString(number)))
                        .setRecordGapClosed(new RecordGapClosed(
                                municipality, number, stillMissing.isPresent() ? stillMissing.getAsInt() : null))
                        .build();
        };
    }

    private static CertificateEventMessage timer(
            CertificateEventMessage.Builder message, Event.TimerFact fact, String holderId) {
        var timer = fact.timer();
        return switch (fact) {
            case Event.MoveOutTimerArmed _ ->
                message.setId(id(holderId, "timer-armed", timer))
                        .setMoveOutTimerArmed(
                                new MoveOutTimerArmed(timer.municipality(), timer.recordNumber(), timer.firesAt()))
                        .build();
            case Event.MoveOutTimerCalledOff(var _, var by) ->
                message.setId(id(holderId, "timer-disarmed", timer))
                        .setMoveOutTimerDisarmed(new MoveOutTimerDisarmed(
                                timer.municipality(), timer.recordNumber(), MoveOutTimerEnd.valueOf(by.name())))
                        .build();
            case Event.MoveOutTimerFired _ ->
                message.setId(id(holderId, "timer-fired", timer))
                        .setMoveOutTimerFired(new MoveOutTimerFired(timer.municipality(), timer.recordNumber()))
                        .build();
        };
    }

    private static CertificateEventMessage gapOpened(
            CertificateEventMessage.Builder message, Event.RecordGapOpened opened, String holderId) {
        var range = opened.gap().map(gap -> gap.from() + "-" + gap.to()).orElse("more");
        return message.setId(String.join("/", holderId, "gap-opened", opened.municipality(), range))
                .setRecordGapOpened(new RecordGapOpened(
                        opened.municipality(),
                        opened.gap().map(RecordNumbers.Gap::from).orElse(null),
                        opened.gap().map(RecordNumbers.Gap::to).orElse(null)))
                .build();
    }

    private static String id(String holderId, String what, WaitingChange waiting) {
        return String.join(
                "/",
                holderId,
                what,
                waiting.municipality(),
                Integer.toString(waiting.recordNumber()),
                waiting.reason().name(),
                waiting.effectiveOn().toString());
    }

    private static String id(String holderId, String what, MoveOutTimer timer) {
        return String.join(
                "/",
                holderId,
                what,
                timer.municipality(),
                Integer.toString(timer.recordNumber()),
                timer.firesOn().toString());
    }

    private static ChangeReason reason(WaitingChange waiting) {
        return ChangeReason.valueOf(waiting.reason().name());
    }
}
