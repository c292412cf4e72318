package jp.tenkyo.status.feed;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.table.Change;
import jp.tenkyo.status.table.StatusListener;

/** Wakes whoever waits for the next change. */
public final class ChangeSignal implements StatusListener {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private long count;
    private boolean ended;

    /** Take it before looking for changes. */
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when something has come since, or the time is over.
     *
     * @return false where there is nothing to wait for any more: the service ends
     */
    boolean awaitSince(long seen, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (count == seen && !ended && left > 0) {
                left = came.awaitNanos(left);
            }
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void changed(List<Change> changes, Set<CertificateId> touched) {
        if (!changes.isEmpty()) {
            wake(false);
        }
    }

    @Override
    public void emptied() {
        wake(false);
    }

    void end() {
        wake(true);
    }

    private void wake(boolean forGood) {
        lock.lock();
        try {
            count++;
            ended = ended || forGood;
            came.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
