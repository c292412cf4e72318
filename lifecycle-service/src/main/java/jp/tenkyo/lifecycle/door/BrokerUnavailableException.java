package jp.tenkyo.lifecycle.door;

/** The broker did not acknowledge in time. The inputs' ids make it safe to send them again. */
final class BrokerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    BrokerUnavailableException(String message) {
        super(message);
    }
}
