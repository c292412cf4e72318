package jp.tenkyo.lifecycle.core;

/**
 * How it stands with one PIN.
 *
 * @param failures in a row
 * @param locked stays so until a reset, whatever the limit is set to later
 * @param lastSequence of the latest result taken in; 0 before the first
 * @param changes of failures or lock so far: it names the event of each
 */
public record PinState(int failures, boolean locked, long lastSequence, int changes) {

    static final PinState UNTOUCHED = new PinState(0, false, 0, 0);

    PinState changedTo(int failuresThen, boolean lockedThen) {
        return new PinState(failuresThen, lockedThen, lastSequence, changes + 1);
    }

    PinState at(long sequence) {
        return new PinState(failures, locked, sequence, changes);
    }

    boolean isClear() {
        return failures == 0 && !locked;
    }
}
