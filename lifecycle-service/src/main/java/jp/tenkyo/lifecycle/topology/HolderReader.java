package jp.tenkyo.lifecycle.topology;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.tenkyo.lifecycle.core.Arrivals;
import jp.tenkyo.lifecycle.core.Certificate;
import jp.tenkyo.lifecycle.core.ChangeMarks;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.MoveOutTimer;
import jp.tenkyo.lifecycle.core.Notice;
import jp.tenkyo.lifecycle.core.PinName;
import jp.tenkyo.lifecycle.core.PinState;
import jp.tenkyo.lifecycle.core.Question;
import jp.tenkyo.lifecycle.core.RecordNumbers;
import jp.tenkyo.lifecycle.core.Residence;
import jp.tenkyo.lifecycle.core.RevocationGround;
import jp.tenkyo.lifecycle.core.Status;
import jp.tenkyo.lifecycle.core.WaitingChange;

/** Reads a holder in the form that {@link HolderWriter} writes. */
record HolderReader(PackedInput in) {

    Holder holder(String id) {
        return new Holder(
                id,
                in.instant(),
                in.flag(),
                in.list(this::certificate),
                residences(),
                in.list(this::waiting),
                in.list(this::timer),
                in.list(this::notice),
                pins(),
                in.list(this::question));
    }

    private Certificate certificate() {
        return new Certificate(
                in.id(),
                Symbols.KINDS.symbol(in.octet()),
                Symbols.CARRIERS.symbol(in.octet()),
                in.municipality(),
                in.number(),
                in.instant(),
                in.instant(),
                status(),
                in.number(),
                Symbols.REMINDERS.symbols(in.octet()));
    }

    private Status status() {
        var number = in.octet();
        return switch (number) {
            case 0 -> new Status.Good();
            case 1 -> new Status.OnHold(in.instant());
            case 2 -> new Status.Revoked(Symbols.REVOCATION_REASONS.symbol(in.octet()), in.instant());
            case 3 -> new Status.Expired();
            default -> throw new IllegalStateException("No status has number " + number);
        };
    }

    private Map<String, Residence> residences() {
        var all = new TreeMap<String, Residence>();
        for (var left = in.number(); left > 0; left--) {
            all.put(in.municipality(), new Residence(marks(), arrivals(), numbers()));
        }
        return Holder.inOrder(all);
    }

    private ChangeMarks marks() {
        var ends = new EnumMap<Kind, ChangeMarks.NumberMark>(Kind.class);
        for (var left = in.number(); left > 0; left--) {
            ends.put(Symbols.KINDS.symbol(in.octet()), new ChangeMarks.NumberMark(in.number(), ground()));
        }
        return new ChangeMarks(ends, dateMarks(), dateMarks());
    }

    private Map<Kind, ChangeMarks.DateMark> dateMarks() {
        var marks = new EnumMap<Kind, ChangeMarks.DateMark>(Kind.class);
        for (var left = in.number(); left > 0; left--) {
            marks.put(Symbols.KINDS.symbol(in.octet()), new ChangeMarks.DateMark(in.date(), ground()));
        }
        return marks;
    }

    private RevocationGround ground() {
        return new RevocationGround(
                Symbols.CHANGE_REASONS.symbol(in.octet()),
                Symbols.REVOCATION_REASONS.symbol(in.octet()),
                Symbols.ATTRIBUTES.symbols(in.octet()));
    }

    private Arrivals arrivals() {
        return new Arrivals(in.optional(in::date), in.number(), in.number(), in.number());
    }

    private RecordNumbers numbers() {
        return new RecordNumbers(
                in.number(), in.list(() -> new RecordNumbers.Gap(in.number(), in.number())), in.flag());
    }

    private WaitingChange waiting() {
        return new WaitingChange(
                in.municipality(),
                in.number(),
                Symbols.CHANGE_REASONS.symbol(in.octet()),
                in.flag(),
                Symbols.ATTRIBUTES.symbols(in.octet()),
                in.date(),
                in.optional(in::date),
                in.date(),
                in.flag());
    }

    private MoveOutTimer timer() {
        return new MoveOutTimer(in.municipality(), in.number(), in.date(), in.date(), in.date());
    }

    private Notice notice() {
        return new Notice(
                in.text(),
                Symbols.CARRIERS.symbol(in.octet()),
                Symbols.NOTICE_STAGES.symbol(in.octet()),
                in.date(),
                in.list(in::id),
                in.optional(() -> Symbols.CAUSES.symbol(in.octet())),
                in.optional(this::ground));
    }

    private SortedMap<PinName, PinState> pins() {
        var all = new TreeMap<PinName, PinState>();
        for (var left = in.number(); left > 0; left--) {
            var carrier = Symbols.CARRIERS.symbol(in.octet());
            var name = new PinName(Symbols.PINS.symbol(in.octet()), carrier);
            all.put(name, new PinState(in.number(), in.flag(), in.longNumber(), in.number()));
        }
        return Collections.unmodifiableSortedMap(all);
    }

    private Question question() {
        return new Question(in.id(), Symbols.QUESTIONS.symbol(in.octet()), in.number(), in.flag());
    }
}
