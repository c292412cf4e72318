package jp.tenkyo.lifecycle.topology;

import static jp.tenkyo.lifecycle.core.ChangeReason.*;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.EndingCause;
import jp.tenkyo.lifecycle.core.Finding;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.NoticeStage;
import jp.tenkyo.lifecycle.core.Pin;
import jp.tenkyo.lifecycle.core.ReminderStage;
import jp.tenkyo.lifecycle.core.RevocationReason;

/** Numbers for symbols that do not hang on the order of their declaration. The lists only ever grow at their end. */
record Symbols<E extends Enum<E>>(Class<E> type, List<E> inOrder) {

    static final Symbols<Kind> KINDS = new Symbols<>(Kind.class, List.of(Kind.SIGNING, Kind.AUTHENTICATION));
    static final Symbols<Carrier> CARRIERS =
            new Symbols<>(Carrier.class, List.of(Carrier.CARD, Carrier.PHONE, Carrier.RESIDENT_CARD));
    static final Symbols<ReminderStage> REMINDERS = new Symbols<>(
            ReminderStage.class,
            List.of(
                    ReminderStage.WINDOW_OPENED,
                    ReminderStage.ONE_MONTH_LEFT,
                    ReminderStage.ONE_WEEK_LEFT,
                    ReminderStage.EXPIRED));
    static final Symbols<Pin> PINS = new Symbols<>(Pin.class, List.of(Pin.CARD, Pin.SIGNING, Pin.AUTHENTICATION));
    static final Symbols<RevocationReason> REVOCATION_REASONS = new Symbols<>(
            RevocationReason.class,
            List.of(
                    RevocationReason.UNSPECIFIED,
                    RevocationReason.KEY_COMPROMISE,
                    RevocationReason.CA_COMPROMISE,
                    RevocationReason.AFFILIATION_CHANGED,
                    RevocationReason.SUPERSEDED,
                    RevocationReason.CESSATION_OF_OPERATION,
                    RevocationReason.CERTIFICATE_HOLD));
    static final Symbols<ChangedAttribute> ATTRIBUTES = new Symbols<>(
            ChangedAttribute.class,
            List.of(
                    ChangedAttribute.NAME,
                    ChangedAttribute.FORMER_SURNAME,
                    ChangedAttribute.ALIAS,
                    ChangedAttribute.FURIGANA,
                    ChangedAttribute.ADDRESS,
                    ChangedAttribute.ADDRESS_SUPPLEMENT,
                    ChangedAttribute.DATE_OF_BIRTH,
                    ChangedAttribute.SEX));
    static final Symbols<ChangeReason> CHANGE_REASONS = new Symbols<>(
            ChangeReason.class,
            List.of(
                    MOVED_IN,
                    MOVED_IN_FROM_ABROAD,
                    BORN,
                    ENTERED_NATURALIZED,
                    ENTERED_NATIONALITY_LOST,
                    ENTERED_EX_OFFICIO,
                    REWRITTEN,
                    RECREATED,
                    ANNULLED_REMOVAL,
                    MOVED_OUT,
                    MOVED_ABROAD,
                    DIED,
                    DELETED_NATURALIZED,
                    DELETED_NATIONALITY_LOST,
                    DELETED_EX_OFFICIO,
                    ANNULLED_ENTRY,
                    MOVED_WITHIN_MUNICIPALITY,
                    MINOR_CORRECTION,
                    CORRECTED_EX_OFFICIO,
                    CORRECTED_ERROR,
                    INDIVIDUAL_NUMBER_CHANGED,
                    INDIVIDUAL_NUMBER_CORRECTED,
                    INDIVIDUAL_NUMBER_ENTERED,
                    RESIDENT_CODE_CHANGED,
                    RESIDENT_CODE_ENTERED,
                    HOUSEHOLD_SPLIT,
                    HOUSEHOLD_MERGED,
                    HOUSEHOLD_CHANGED,
                    HOUSEHOLD_HEAD_CHANGED,
                    FORMER_SURNAME_ADDED,
                    FORMER_SURNAME_CHANGED,
                    FORMER_SURNAME_DELETED,
                    ALIAS_ADDED,
                    ALIAS_DELETED,
                    ANNULLED_CORRECTION));
    static final Symbols<NoticeStage> NOTICE_STAGES = new Symbols<>(
            NoticeStage.class,
            List.of(
                    NoticeStage.SIGNING_REVOKED,
                    NoticeStage.AUTHENTICATION_ENDED,
                    NoticeStage.RECORD_ERROR,
                    NoticeStage.ON_HOLD,
                    NoticeStage.ISSUER_COMPROMISED,
                    NoticeStage.RENEWED,
                    NoticeStage.WINDOW_OPENED,
                    NoticeStage.ONE_MONTH_LEFT,
                    NoticeStage.ONE_WEEK_LEFT,
                    NoticeStage.EXPIRED));
    static final Symbols<EndingCause> CAUSES = new Symbols<>(
            EndingCause.class,
            List.of(
                    EndingCause.RESIDENT_CHANGE,
                    EndingCause.MOVE_OUT_TIMER,
                    EndingCause.RECORD_ERROR,
                    EndingCause.HOLDER_REQUEST,
                    EndingCause.KEY_COMPROMISED,
                    EndingCause.CARD_UNUSABLE,
                    EndingCause.CARD_RETURNED,
                    EndingCause.CARD_LAPSED,
                    EndingCause.CARD_LOST,
                    EndingCause.PHONE_LOST,
                    EndingCause.ISSUER_COMPROMISED,
                    EndingCause.CARD_CERTIFICATE_ENDED,
                    EndingCause.SUPERSEDED,
                    EndingCause.DISCARDED_BEFORE_DELIVERY));
    /** Those that a person decides. */
    static final Symbols<Finding.Code> QUESTIONS = new Symbols<>(
            Finding.Code.class, List.of(Finding.Code.DATE_OF_BIRTH_NEEDS_DECISION, Finding.Code.NEEDS_DECISION));

    int number(E symbol) {
        var number = inOrder.indexOf(symbol);
        if (number < 0) {
            throw new IllegalStateException(symbol + " has no number to be stored by");
        }
        return number;
    }

    E symbol(int number) {
        return inOrder.get(number);
    }

    /** One bit for each symbol, by its number. */
    int bits(Collection<E> symbols) {
        var bits = 0;
        for (var symbol : symbols) {
            bits |= 1 << number(symbol);
        }
        return bits;
    }

    Set<E> symbols(int bits) {
        var symbols = EnumSet.noneOf(type);
        for (var number = 0; number < inOrder.size(); number++) {
            if (((bits >> number) & 1) != 0) {
                symbols.add(inOrder.get(number));
            }
        }
        return symbols;
    }
}
