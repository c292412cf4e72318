package jp.tenkyo.benchmarks;

/** How long to measure. */
public enum Effort {
    /** Whether it runs at all, in a second or two; its figure means nothing. A build asks for no more. */
    SMOKE(0),
    /** One sample: for a look between two changes. */
    QUICK(1),
    /** Three samples. */
    USUAL(3),
    /** Three longer ones, and once what is too large to measure every time. */
    FULL(3);

    private final int samples;

    Effort(int samples) {
        this.samples = samples;
    }

    /** Samples to take; none that counts in a smoke run. */
    public int samples() {
        return samples;
    }
}
