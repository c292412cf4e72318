package jp.tenkyo.lifecycle;

/** Stands for code of a service, for the proof that the wall sees who uses it. */
public final class Leak {

    private Leak() {}

    /** Does nothing. */
    public static void touch() {
        // There is nothing to do.
    }
}
