package jp.tenkyo.schemas.setup;

/** The registry refuses a schema, since records of a registered version could no longer be read, or only by some. */
public final class IncompatibleSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public IncompatibleSchemaException(String subject, String registrysWords, Throwable cause) {
        super("The registry refuses the schema for subject %s: %s".formatted(subject, registrysWords), cause);
    }
}
