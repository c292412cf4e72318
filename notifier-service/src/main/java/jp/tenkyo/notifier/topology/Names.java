package jp.tenkyo.notifier.topology;

/**
 * Names of nodes and stores. They are schema: changelog topics on the broker carry them, so a changed name forgets what
 * was sent.
 */
public final class Names {

    public static final String INPUTS = "inputs";

    /** {@link Due} → {@link Waiting}: notices not settled yet, by the instant of their next attempt. */
    public static final String OUTBOX = "outbox";

    /** holderId → {@link jp.tenkyo.notifier.core.ContactPoint}. */
    public static final String CONTACT_POINTS = "contact-points";

    /** noticeId → {@link Standing}. */
    static final String STANDINGS = "notice-standings";

    /** {@link Due} → nothing: settled notices by the instant at which they may be forgotten. */
    static final String FORGETTABLE = "forgettable-notices";

    static final String KEEP_BOOK = "keep-notice-book";
    static final String SEND = "outgoing";

    private Names() {}
}
