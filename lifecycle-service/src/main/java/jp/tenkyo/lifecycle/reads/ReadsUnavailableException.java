package jp.tenkyo.lifecycle.reads;

/** The reads cannot answer now; the message says why, and trying again helps. */
final class ReadsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReadsUnavailableException(String message) {
        super(message);
    }

    ReadsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
