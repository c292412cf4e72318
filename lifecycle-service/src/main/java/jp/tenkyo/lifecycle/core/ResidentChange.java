package jp.tenkyo.lifecycle.core;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One version of a resident record (異動), as its source reports it. Its form is not checked yet: {@link Form} does that.
 *
 * @param recordNumber version of the record in that municipality (履歴番号), from 1
 * @param eventDate 異動日
 * @param notifiedDate 届出日
 * @param processedDate 処理日
 * @param plannedMoveOutDate 転出予定日, with a move-out only
 * @param continuedUse 継続利用, with a move abroad only
 * @param amends eventId of the change that this one corrects or annuls
 */
public record ResidentChange(
        String eventId,
        String holderId,
        String municipality,
        int recordNumber,
        ChangeReason reason,
        Set<ChangedAttribute> changed,
        LocalDate eventDate,
        Optional<LocalDate> notifiedDate,
        LocalDate processedDate,
        Optional<LocalDate> plannedMoveOutDate,
        Optional<Boolean> continuedUse,
        Optional<String> amends) {

    /** The day from which the change counts: the later of its event date and its processed date. */
    public LocalDate effectiveOn() {
        return eventDate.isAfter(processedDate) ? eventDate : processedDate;
    }
}
