package jp.tenkyo.status.lists;

/** A list is not as it must be, or may not be published now. None of its round is; the old ones stand. */
final class ListRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean passing;

    private ListRefusedException(String message, boolean passing) {
        super(message);
        this.passing = passing;
    }

    /** It is wrong in itself. */
    static ListRefusedException wrong(String message) {
        return new ListRefusedException(message, false);
    }

    /** It can only not be made now. */
    static ListRefusedException notNow(String message) {
        return new ListRefusedException(message, true);
    }

    boolean isPassing() {
        return passing;
    }
}
