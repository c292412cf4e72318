package jp.tenkyo.lifecycle.core;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Builds resident-record changes; what a story does not speak of has a plain default. */
final class Changed {

    static final String CHITOSE = "012246";
    static final String SAPPORO = "011002";
    static final String CHIYODA = "131016";

    private final ChangeReason reason;
    private String municipality = CHITOSE;
    private int number = 2;
    private Set<ChangedAttribute> changed = Set.of();
    private LocalDate eventDate = LocalDate.parse("2026-04-01");
    private LocalDate processedDate = LocalDate.parse("2026-04-01");
    private Optional<LocalDate> planned = Optional.empty();
    private Optional<Boolean> continuedUse = Optional.empty();

    private Changed(ChangeReason reason) {
        this.reason = reason;
    }

    static Changed because(ChangeReason reason) {
        return new Changed(reason);
    }

    static Changed movedAbroad(boolean continuedUse) {
        return because(ChangeReason.MOVED_ABROAD).continuedUse(Optional.of(continuedUse));
    }

    Changed at(String municipality, int number) {
        this.municipality = municipality;
        this.number = number;
        return this;
    }

    Changed number(int number) {
        this.number = number;
        return this;
    }

    Changed touching(ChangedAttribute... attributes) {
        this.changed = EnumSet.noneOf(ChangedAttribute.class);
        this.changed.addAll(Set.of(attributes));
        return this;
    }

    Changed touching(Set<ChangedAttribute> attributes) {
        this.changed = attributes;
        return this;
    }

    /** Event and processing fall on one day. */
    Changed on(String day) {
        return on(LocalDate.parse(day));
    }

    Changed on(LocalDate day) {
        return happened(day).processed(day);
    }

    Changed happened(String day) {
        return happened(LocalDate.parse(day));
    }

    Changed happened(LocalDate day) {
        this.eventDate = day;
        return this;
    }

    Changed processed(String day) {
        return processed(LocalDate.parse(day));
    }

    Changed processed(LocalDate day) {
        this.processedDate = day;
        return this;
    }

    Changed planned(String day) {
        this.planned = Optional.of(LocalDate.parse(day));
        return this;
    }

    Changed continuedUse(Optional<Boolean> continued) {
        this.continuedUse = continued;
        return this;
    }

    ResidentChange change() {
        return new ResidentChange(
                "event-" + municipality + "-" + number,
                Story.HOLDER,
                municipality,
                number,
                reason,
                changed,
                eventDate,
                Optional.empty(),
                processedDate,
                planned,
                continuedUse,
                Optional.empty());
    }

    Command command() {
        return new Command.RecordChange(change());
    }
}
