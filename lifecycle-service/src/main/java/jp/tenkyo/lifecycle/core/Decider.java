package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What happens when a command meets a holder. Total and deterministic; no command is without a rule. */
public final class Decider {

    private static final List<String> FORM = List.of("8/FORM");
    private static final List<String> NOTICES = List.of("5/NOTICES");

    private Decider() {}

    /** @param holder as all that was due for it by now leaves it: see {@link Lifecycle#passTime} */
    public static Decision decide(Holder holder, Command command, Instant now, Policy policy) {
        var draft = new Draft(holder, now, policy);
        return switch (command) {
            case Command.RecordChange(var change) ->
                wellFormed(Form.problemsOf(change, now), () -> Changes.decide(draft, change));
            case Command.RegisterCertificate(var registration, var issuer) ->
                wellFormed(Form.problemsOf(registration), () -> Registrations.decide(draft, registration, issuer));
            case Command.ActOnCertificate(var action) ->
                wellFormed(Form.problemsOf(action), () -> Actions.decide(draft, action));
            case Command.EndIssuer(var issuerKeyId) -> IssuerKeys.endAll(draft, issuerKeyId);
            case Command.SettleNotice settle -> settle(draft, settle);
            case Command.ActOnPin(var request) ->
                wellFormed(PinForm.problemsOf(request), () -> Pins.decide(draft, request));
            case Command.TakeDecision(var taken) ->
                wellFormed(Form.problemsOf(taken), () -> Questions.decide(draft, taken));
        };
    }

    private static Decision wellFormed(List<Form.Problem> problems, Supplier<Decision> decision) {
        return problems.isEmpty()
                ? decision.get()
                : new Decision.Rejected(problems.getFirst().code(), FORM, List.of());
    }

    private static Decision settle(Draft draft, Command.SettleNotice settle) {
        if (!settle.settled()) {
            return new Decision.Unchanged(OutcomeCode.NOTICE_PENDING, NOTICES, List.of());
        }
        if (draft.holder().notice(settle.noticeId()).isEmpty()) {
            return new Decision.Unchanged(OutcomeCode.NOTICE_UNKNOWN, NOTICES, List.of());
        }
        draft.add(new Event.NoticeSettled(settle.noticeId()));
        return new Decision.Accepted(OutcomeCode.NOTICE_SETTLED, NOTICES, List.of(), draft.events());
    }
}
