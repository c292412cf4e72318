package jp.tenkyo.schemas.setup;

/** The broker did not answer in time, or refused what it was asked. */
public final class BrokerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BrokerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
