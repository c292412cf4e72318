package jp.tenkyo.status.start;

/** A setting, or something outside, is not as it must be. The message says what, and what to do. */
public final class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String action;

    public StartRefusedException(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }
}
