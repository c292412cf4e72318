package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Short histories drawn from a seed: few municipalities, numbers and days, so that inputs meet each other often.
 *
 * <p>Half of them report certificates in the order of making, as the issuer does, on cards and phones; the other half
 * in any order, on cards alone. A card's certificate that is reported after a phone's that rests on it comes too late
 * for any rule: what the phone's seemed to rest on may have been revoked by then.
 */
final class RandomHistories {

    private static final String[] MUNICIPALITIES = {Changed.CHITOSE, Changed.SAPPORO, Changed.CHIYODA};
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-04-01");
    private static final Instant FIRST = Story.tokyo("2026-04-10T10:00");
    private static final Instant SECOND = Story.tokyo("2026-04-21T10:00");
    /** The last comes after all timers of move-outs. */
    private static final Instant[] ENDS = {
        Story.tokyo("2026-04-25T00:00"), Story.tokyo("2026-05-01T00:00"), Story.tokyo("2026-06-20T00:00")
    };

    private static final LocalDate[] LAST_DAYS = {
        LocalDate.parse("2026-04-15"),
        LocalDate.parse("2026-04-30"),
        LocalDate.parse("2031-02-17"),
        LocalDate.parse("2031-02-17")
    };

    private final Random random;
    private boolean issuerKeepsOrder;
    private int certificates;

    RandomHistories(long seed) {
        this.random = new Random(seed);
    }

    History next(String name) {
        certificates = 0;
        issuerKeepsOrder = random.nextBoolean();
        var changes = 1 + random.nextInt(4);
        var requests = 1 + random.nextInt(4);
        // Some come in after a while, when expiries and move-outs have fallen due.
        var early = random.nextInt(3) > 0;
        var changesNow = early ? changes : random.nextInt(changes + 1);
        var requestsNow = early ? requests : random.nextInt(requests + 1);
        var made = made(requests);
        return new History(
                name,
                List.of(
                        new History.Phase(FIRST, changes(changesNow, FIRST), made.subList(0, requestsNow)),
                        new History.Phase(
                                SECOND, changes(changes - changesNow, SECOND), made.subList(requestsNow, requests)),
                        new History.Phase(oneOf(ENDS), List.of(), List.of())));
    }

    private List<Command> changes(int count, Instant now) {
        return Stream.generate(() -> change(Tokyo.dateOf(now)).command())
                .limit(count)
                .toList();
    }

    private Changed change(LocalDate today) {
        var reason = oneOf(ChangeReason.values());
        var processed = FIRST_DAY.plusDays(random.nextInt(10));
        var event = reason.mayLieInTheFuture() && random.nextBoolean()
                ? today.plusDays(random.nextInt(15))
                : processed.minusDays(random.nextInt(3));
        var changed = Changed.because(reason)
                .at(oneOf(MUNICIPALITIES), 1 + random.nextInt(5))
                .touching(attributes(reason))
                .happened(event)
                .processed(processed)
                .continuedUse(
                        reason == ChangeReason.MOVED_ABROAD ? Optional.of(random.nextBoolean()) : Optional.empty());
        return reason.mayLieInTheFuture() && random.nextInt(3) == 0
                ? changed.planned(event.plusDays(random.nextInt(4)).toString())
                : changed;
    }

    private EnumSet<ChangedAttribute> attributes(ChangeReason reason) {
        var some = EnumSet.noneOf(ChangedAttribute.class);
        if (reason.needsChanged() || random.nextInt(4) == 0) {
            some.add(oneOf(ChangedAttribute.values()));
        }
        return some;
    }

    private List<Command> made(int count) {
        var registrations = new ArrayList<>(Stream.generate(this::certificate)
                .limit(1 + random.nextInt(count))
                .map(Made::registration)
                .toList());
        if (issuerKeepsOrder) {
            // Within a second the card's come first: a phone's rests on what the card has.
            registrations.sort(Comparator.comparing(Registration::notBefore).thenComparing(Registration::carrier));
        }
        var all = new ArrayList<Command>();
        registrations.forEach(made -> all.add(new Command.RegisterCertificate(made)));
        while (all.size() < count) {
            var place = 1 + random.nextInt(all.size());
            all.add(place, actionOnOneOf(all.subList(0, place)));
        }
        return all;
    }

    private Made certificate() {
        var made = Made.of(oneOf(Kind.values()), "c" + certificates++)
                .from(oneOf(MUNICIPALITIES), 1 + random.nextInt(5))
                .made(FIRST_DAY.plusDays(random.nextInt(10)) + oneOf("T00:00", "T10:00", "T23:59:59"))
                .on(issuerKeepsOrder ? oneOf(Carrier.CARD, Carrier.PHONE) : Carrier.CARD)
                .until(oneOf(LAST_DAYS));
        return random.nextInt(4) == 0 ? made.renewed() : made;
    }

    private Command actionOnOneOf(List<Command> before) {
        var names = before.stream()
                .filter(Command.RegisterCertificate.class::isInstance)
                .map(made -> Story.name(
                        ((Command.RegisterCertificate) made).registration().certificateId()))
                .toArray(String[]::new);
        return Story.action(oneOf(Ground.values()), oneOf(names));
    }

    @SafeVarargs
    private final <T> T oneOf(T... things) {
        return things[random.nextInt(things.length)];
    }
}
