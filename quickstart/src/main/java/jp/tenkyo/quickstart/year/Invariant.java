package jp.tenkyo.quickstart.year;

import java.util.ArrayList;
import java.util.List;

/** A sentence that must hold for all of the year, how often it was looked at, and where it does not hold. */
public final class Invariant {

    private static final int EXAMPLES_MAX = 10;

    private final String sentence;
    private final List<String> examples = new ArrayList<>();
    private long checked;
    private long broken;

    Invariant(String sentence) {
        this.sentence = sentence;
    }

    /** @param otherwise says where it does not hold; without any attribute of a person */
    void check(boolean holds, java.util.function.Supplier<String> otherwise) {
        checked++;
        if (!holds) {
            broken++;
            if (examples.size() < EXAMPLES_MAX) {
                examples.add(otherwise.get());
            }
        }
    }

    public String sentence() {
        return sentence;
    }

    public long checked() {
        return checked;
    }

    public long broken() {
        return broken;
    }

    public boolean holds() {
        return broken == 0;
    }

    public List<String> examples() {
        return List.copyOf(examples);
    }
}
