package jp.tenkyo.notifier.sending;

import jp.tenkyo.notifier.core.Delivery;

/** Where deliveries are recorded. Safe for several threads. */
public interface DeliveryLog {

    /**
     * Returns once the record is kept by the broker.
     *
     * @throws NotRecordedException if that is not certain: record the same again
     */
    void record(Delivery delivery);

    /** The broker did not acknowledge in time, or the registry was needed and away. */
    final class NotRecordedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        public NotRecordedException(Throwable cause) {
            super("A delivery could not be recorded.", cause);
        }
    }
}
