package jp.tenkyo.schemas;

/** The schema registry did not answer, or answered that it cannot now. Nothing is wrong with the record: try again. */
public final class RegistryUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
