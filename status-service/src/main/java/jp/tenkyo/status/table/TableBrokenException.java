package jp.tenkyo.status.table;

/** The store cannot be read or written, or a listener failed: our fault or the disk's. Nothing is answered any more. */
public final class TableBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TableBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
