package jp.tenkyo.lifecycle.door;

/** The import cannot go on; the message says why and what to do. */
final class ImportImpossibleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ImportImpossibleException(String message) {
        super(message);
    }

    ImportImpossibleException(String message, Throwable cause) {
        super(message, cause);
    }
}
