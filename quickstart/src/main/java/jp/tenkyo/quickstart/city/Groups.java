package jp.tenkyo.quickstart.city;

import static jp.tenkyo.quickstart.city.Group.Told.BOTH_ENDED;
import static jp.tenkyo.quickstart.city.Group.Told.NOTHING;
import static jp.tenkyo.quickstart.city.Group.Told.NOTHING_EVER;
import static jp.tenkyo.quickstart.city.Group.Told.RENEWED;
import static jp.tenkyo.quickstart.city.RowPattern.deciding;
import static jp.tenkyo.quickstart.city.RowPattern.keeping;
import static jp.tenkyo.quickstart.city.Traits.Holding.CARD;
import static jp.tenkyo.quickstart.city.Traits.Holding.CARD_AND_PHONE;
import static jp.tenkyo.quickstart.city.Traits.Holding.CARD_WITHOUT_SIGNING;
import static jp.tenkyo.quickstart.city.Traits.Holding.DRAWN;
import static jp.tenkyo.quickstart.city.Traits.Holding.NO_CARD;

import java.util.List;
import java.util.stream.Stream;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.quickstart.city.Group.FollowUp;
import jp.tenkyo.quickstart.city.Traits.Quirk;
import jp.tenkyo.quickstart.city.Traits.Timing;

/**
 * Every case by hand: who it is, which rows come, what must follow. Read from the rules (table 2.1 and its paragraphs),
 * never from the service that is checked.
 */
final class Groups {

    private static final Traits WITH_CARD = Traits.holding(CARD);
    private static final Traits WITH_PHONE = Traits.holding(CARD_AND_PHONE);
    private static final Traits WITHOUT_SIGNING = Traits.holding(CARD_WITHOUT_SIGNING);
    private static final Traits WITHOUT_CARD = Traits.holding(NO_CARD);
    private static final int PENDING_DEATHS = 5;
    private static final int REISSUES = 100;
    private static final int RENEWALS = 45;
    private static final int REMINDERS = 34;

    private Groups() {}

    static List<Group> all() {
        return Stream.of(
                        moves(),
                        movesAbroad(),
                        deaths(),
                        removals(),
                        attributes(),
                        corrections(),
                        keepers(),
                        entries(),
                        annulments(),
                        lateAndRepeated(),
                        WrongRows.all(),
                        withoutRows())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Group> moves() {
        var moved = deciding(ChangeReason.MOVED_WITHIN_MUNICIPALITY, ChangedAttribute.ADDRESS);
        return List.of(
                Group.of(
                                "moved within the city, signing certificate made anew from the new record",
                                REISSUES,
                                WITH_CARD,
                                moved)
                        .endsSigning()
                        .then(FollowUp.REISSUE),
                Group.of("moved within the city", 12, WITH_CARD, moved).endsSigning(),
                Group.of(
                                "moved within the city, the phone's signing certificate ends with the card's",
                                6,
                                WITH_PHONE,
                                moved)
                        .endsSigning(),
                Group.of(
                        "moved within the city without a signing certificate",
                        2,
                        WITHOUT_SIGNING,
                        keeping(ChangeReason.MOVED_WITHIN_MUNICIPALITY, ChangedAttribute.ADDRESS)),
                Group.of(
                                "moved out today",
                                14,
                                WITH_CARD,
                                deciding(ChangeReason.MOVED_OUT).planned(0))
                        .endsSigning(),
                Group.of(
                        "moves out next week: waits",
                        6,
                        WITH_CARD,
                        deciding(ChangeReason.MOVED_OUT).planned(7)),
                Group.of("moved in, certificate made elsewhere", 16, WITH_CARD.from(Places.SAPPORO), movedIn())
                        .endsSigning(),
                Group.of("moved in with a phone", 3, WITH_PHONE.from(Places.SAPPORO), movedIn())
                        .endsSigning(),
                Group.of("moved in without a card", 2, WITHOUT_CARD, keeping(ChangeReason.MOVED_IN)),
                Group.of(
                                "moved in from abroad",
                                2,
                                WITH_CARD.from(Places.CHIYODA),
                                deciding(ChangeReason.MOVED_IN_FROM_ABROAD))
                        .endsSigning(),
                Group.of(
                        "moved out of here long ago, certificate made elsewhere since",
                        2,
                        WITH_CARD.from(Places.SAPPORO),
                        keeping(ChangeReason.MOVED_OUT).planned(-30)));
    }

    private static RowPattern movedIn() {
        return deciding(ChangeReason.MOVED_IN).happening(-3);
    }

    private static List<Group> movesAbroad() {
        var abroad = deciding(ChangeReason.MOVED_ABROAD);
        return List.of(
                Group.of(
                                "moved abroad, goes on using the card",
                                3,
                                WITH_CARD,
                                abroad.happening(0).continuing(true))
                        .endsSigning(),
                Group.of(
                                "moved abroad, card lapses",
                                3,
                                WITH_PHONE,
                                abroad.happening(0).continuing(false))
                        .endsBoth(BOTH_ENDED),
                Group.of(
                        "moves abroad next week, card lapses then: waits",
                        2,
                        WITH_CARD,
                        abroad.happening(7).continuing(false)),
                Group.of(
                                "moves abroad next week, signing certificate made anew before departure",
                                2,
                                WITH_CARD,
                                abroad.happening(7).continuing(true))
                        .having(Effect.REPLACES_SIGNING, NOTHING)
                        .then(FollowUp.REISSUE));
    }

    private static List<Group> deaths() {
        var died = deciding(ChangeReason.DIED).happening(-1);
        return List.of(
                Group.of("died, reminder due today", PENDING_DEATHS, WITH_CARD.timed(Timing.ONE_WEEK_LEFT_TODAY), died)
                        .endsBoth(NOTHING_EVER),
                Group.of("died", 5, WITH_CARD, died).endsBoth(NOTHING_EVER),
                Group.of("died, phone ends with the card", 2, WITH_PHONE, died).endsBoth(NOTHING_EVER));
    }

    private static List<Group> removals() {
        return Stream.of(
                        ChangeReason.DELETED_NATURALIZED,
                        ChangeReason.DELETED_NATIONALITY_LOST,
                        ChangeReason.DELETED_EX_OFFICIO,
                        ChangeReason.INDIVIDUAL_NUMBER_CHANGED,
                        ChangeReason.INDIVIDUAL_NUMBER_CORRECTED)
                .map(reason -> Group.of("record or number gone: " + reason, 2, WITH_CARD, deciding(reason))
                        .endsBoth(BOTH_ENDED))
                .toList();
    }

    private static List<Group> attributes() {
        return Stream.of(
                        deciding(ChangeReason.FORMER_SURNAME_ADDED, ChangedAttribute.FORMER_SURNAME),
                        deciding(ChangeReason.FORMER_SURNAME_CHANGED, ChangedAttribute.FORMER_SURNAME),
                        deciding(ChangeReason.FORMER_SURNAME_DELETED, ChangedAttribute.FORMER_SURNAME),
                        deciding(ChangeReason.ALIAS_ADDED, ChangedAttribute.ALIAS),
                        deciding(ChangeReason.ALIAS_DELETED, ChangedAttribute.ALIAS))
                .map(row -> Group.of("attribute of the certificate: " + row.reason(), 3, WITH_CARD, row)
                        .endsSigning())
                .toList();
    }

    private static List<Group> corrections() {
        var ends = Stream.of(
                        deciding(ChangeReason.CORRECTED_EX_OFFICIO, ChangedAttribute.NAME),
                        deciding(ChangeReason.CORRECTED_EX_OFFICIO, ChangedAttribute.NAME, ChangedAttribute.FURIGANA),
                        deciding(ChangeReason.CORRECTED_EX_OFFICIO, ChangedAttribute.ADDRESS_SUPPLEMENT),
                        deciding(ChangeReason.CORRECTED_EX_OFFICIO, ChangedAttribute.SEX),
                        deciding(ChangeReason.CORRECTED_ERROR, ChangedAttribute.ADDRESS),
                        deciding(ChangeReason.CORRECTED_ERROR, ChangedAttribute.DATE_OF_BIRTH))
                .map(row -> Group.of("correction of what a certificate says: " + row.changed(), 3, WITH_CARD, row)
                        .endsSigning());
        var keeps = Stream.of(ChangeReason.CORRECTED_EX_OFFICIO, ChangeReason.CORRECTED_ERROR)
                .map(reason -> Group.of(
                        "correction of the furigana alone: " + reason,
                        2,
                        WITH_CARD,
                        keeping(reason, ChangedAttribute.FURIGANA)));
        return Stream.concat(ends, keeps).toList();
    }

    private static List<Group> keepers() {
        var plain = Stream.of(
                        ChangeReason.HOUSEHOLD_SPLIT,
                        ChangeReason.HOUSEHOLD_MERGED,
                        ChangeReason.HOUSEHOLD_CHANGED,
                        ChangeReason.HOUSEHOLD_HEAD_CHANGED,
                        ChangeReason.RESIDENT_CODE_CHANGED,
                        ChangeReason.RESIDENT_CODE_ENTERED,
                        ChangeReason.INDIVIDUAL_NUMBER_ENTERED)
                .map(reason -> Group.of("no attribute of a certificate: " + reason, 4, WITH_CARD, keeping(reason)));
        var minor = Stream.of(ChangeReason.MINOR_CORRECTION, ChangeReason.REWRITTEN, ChangeReason.RECREATED)
                .map(reason -> Group.of(
                        "keeps, though the address is among what changed: " + reason,
                        4,
                        WITH_CARD,
                        keeping(reason, ChangedAttribute.ADDRESS, ChangedAttribute.ADDRESS_SUPPLEMENT)));
        var notMinor = keeping(ChangeReason.MINOR_CORRECTION, ChangedAttribute.DATE_OF_BIRTH)
                .finding("NOT_MINOR");
        var contradicting = deciding(ChangeReason.HOUSEHOLD_CHANGED, ChangedAttribute.ADDRESS)
                .finding("REASON_AND_CHANGED_DIFFER");
        var special = Stream.of(
                Group.of("minor correction of a date of birth", 2, WITH_CARD, notMinor),
                Group.of("household change with a new address", 2, WITH_CARD, contradicting)
                        .endsSigning());
        return Stream.of(plain, minor, special).flatMap(groups -> groups).toList();
    }

    private static List<Group> entries() {
        return List.of(
                Group.of("born", 8, WITHOUT_CARD, keeping(ChangeReason.BORN)),
                Group.of("entered: naturalized", 1, WITHOUT_CARD, keeping(ChangeReason.ENTERED_NATURALIZED)),
                Group.of("entered: nationality lost", 1, WITH_CARD, keeping(ChangeReason.ENTERED_NATIONALITY_LOST)),
                Group.of("entered ex officio", 2, WITH_CARD, keeping(ChangeReason.ENTERED_EX_OFFICIO)));
    }

    /** 異動の取消し: a removal annulled keeps all; what an annulled entry or correction had put in is a record error. */
    private static List<Group> annulments() {
        return List.of(
                Group.of(
                        "annulled: ANNULLED_REMOVAL",
                        2,
                        WITH_CARD,
                        keeping(ChangeReason.ANNULLED_REMOVAL).amending()),
                Group.of(
                                "annulled: ANNULLED_ENTRY",
                                2,
                                WITH_CARD,
                                deciding(ChangeReason.ANNULLED_ENTRY).amending().finding("NEEDS_DECISION"))
                        .endsAsRecordError(),
                Group.of(
                                "annulled: ANNULLED_CORRECTION",
                                2,
                                WITH_CARD,
                                deciding(ChangeReason.ANNULLED_CORRECTION, ChangedAttribute.ADDRESS)
                                        .amending())
                        .endsAsRecordError());
    }

    private static List<Group> lateAndRepeated() {
        var moved = deciding(ChangeReason.MOVED_WITHIN_MUNICIPALITY, ChangedAttribute.ADDRESS);
        return List.of(
                Group.of(
                        "late row whose change is in the certificate already",
                        4,
                        WITH_CARD,
                        keeping(ChangeReason.MOVED_WITHIN_MUNICIPALITY, ChangedAttribute.ADDRESS)
                                .numbered(0)
                                .happening(-20)),
                Group.of(
                                "the same row sent twice",
                                4,
                                WITH_CARD,
                                moved,
                                moved.again().answered(Outcome.UNCHANGED))
                        .endsSigning(),
                Group.of(
                                "sent again with another reason, which does end it",
                                2,
                                WITH_CARD,
                                keeping(ChangeReason.HOUSEHOLD_CHANGED),
                                deciding(ChangeReason.CORRECTED_EX_OFFICIO, ChangedAttribute.NAME)
                                        .again())
                        .endsSigning());
    }

    private static List<Group> withoutRows() {
        return List.of(
                Group.of("renewed in the window", RENEWALS, WITH_CARD.timed(Timing.IN_WINDOW))
                        .having(Effect.REPLACES_BOTH, RENEWED)
                        .then(FollowUp.RENEW),
                Group.of("window opens today", REMINDERS, WITH_CARD.timed(Timing.WINDOW_OPENS_TODAY)),
                Group.of("one month left today", REMINDERS, WITH_CARD.timed(Timing.ONE_MONTH_LEFT_TODAY)),
                Group.of("one week left today", REMINDERS, WITH_CARD.timed(Timing.ONE_WEEK_LEFT_TODAY)),
                Group.of("expired yesterday", 12, WITH_CARD.timed(Timing.EXPIRED_YESTERDAY)),
                Group.of("CA wrote another notAfter", 3, WITH_CARD.with(Quirk.NOT_AFTER_DIFFERS)),
                Group.of("date of birth not in the calendar", 4, WITH_CARD.with(Quirk.BIRTH_NOT_IN_CALENDAR)),
                Group.of("born on 29 February", 8, WITH_CARD.with(Quirk.BORN_ON_LEAP_DAY)),
                Group.of(
                        "signing certificate made for a child",
                        2,
                        Traits.holding(DRAWN).with(Quirk.SIGNING_UNDER_15)));
    }
}
