package jp.tenkyo.lifecycle.topology;

import java.util.List;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Pin;
import jp.tenkyo.lifecycle.core.ReminderStage;

/** Numbers for symbols that do not hang on the order of their declaration. The lists only ever grow at their end. */
record Symbols<E extends Enum<E>>(List<E> inOrder) {

    static final Symbols<Kind> KINDS = new Symbols<>(List.of(Kind.SIGNING, Kind.AUTHENTICATION));
    static final Symbols<Carrier> CARRIERS = new Symbols<>(List.of(Carrier.CARD, Carrier.PHONE, Carrier.RESIDENT_CARD));
    static final Symbols<ReminderStage> REMINDERS = new Symbols<>(List.of(
            ReminderStage.WINDOW_OPENED,
            ReminderStage.ONE_MONTH_LEFT,
            ReminderStage.ONE_WEEK_LEFT,
            ReminderStage.EXPIRED));

    static final Symbols<Pin> PINS = new Symbols<>(List.of(Pin.CARD, Pin.SIGNING, Pin.AUTHENTICATION));

    int number(E symbol) {
        return inOrder.indexOf(symbol);
    }

    E symbol(int number) {
        return inOrder.get(number);
    }
}
