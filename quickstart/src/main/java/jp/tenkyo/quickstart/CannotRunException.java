package jp.tenkyo.quickstart;

/** The quickstart cannot go on; the message says what the person who started it can do about it. */
public final class CannotRunException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotRunException(String message) {
        super(message);
    }

    CannotRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
