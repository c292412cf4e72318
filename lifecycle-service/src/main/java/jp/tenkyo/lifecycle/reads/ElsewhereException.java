package jp.tenkyo.lifecycle.reads;

/** Another instance holds the key. */
final class ElsewhereException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String owner;

    /** @param owner host and port */
    ElsewhereException(String owner) {
        super("Instance " + owner + " holds what was asked for.");
        this.owner = owner;
    }

    String owner() {
        return owner;
    }
}
