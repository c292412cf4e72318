package jp.tenkyo.lifecycle.reference;

import java.util.function.LongPredicate;

/**
 * Whether history number n shows that the core differs from the reference model. The way into a core that was loaded
 * apart: its types are other types there, but this interface is the same.
 */
public final class Hunt implements LongPredicate {

    private static final long SEED = 7;

    private final Chronicles chronicles = new Chronicles(SEED);

    @Override
    public boolean test(long number) {
        return Comparison.differs(chronicles.draw(number));
    }
}
