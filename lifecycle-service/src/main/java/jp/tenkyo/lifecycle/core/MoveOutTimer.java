package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Somebody has moved out; without a move-in by then their authentication certificates end at 00:00 Tokyo of
 * {@code firesOn} (Act 31(1)(ii)).
 *
 * @param processedOn of the move-out: what is entered elsewhere from that day on calls it off
 */
public record MoveOutTimer(
        String municipality, int recordNumber, LocalDate processedOn, LocalDate effectiveOn, LocalDate firesOn) {

    /** What calls a timer off. */
    public enum CalledOffBy {
        MOVED_IN_ELSEWHERE,
        ENTERED_AGAIN,
        REMOVAL_ANNULLED,
        CERTIFICATE_FROM_ELSEWHERE
    }

    public Instant firesAt() {
        return Tokyo.startOf(firesOn);
    }

    MoveOutTimer withFiresOn(LocalDate day) {
        return new MoveOutTimer(municipality, recordNumber, processedOn, effectiveOn, day);
    }

    /** The ruling that it carries out when it fires. */
    Ruling.Ends ruling() {
        return new Ruling.Ends(
                Set.of(Kind.AUTHENTICATION),
                new RevocationGround(ChangeReason.MOVED_OUT, RevocationReason.CESSATION_OF_OPERATION, Set.of()),
                true,
                false,
                List.of());
    }
}
