package jp.tenkyo.lifecycle.reference;

/** The shortest history that shows what is wrong, told as a story. */
record Failure(Chronicle shortest, String what) {

    static Failure of(Chronicle failing) {
        var shortest = shrunk(failing);
        return new Failure(shortest, Comparison.play(shortest).orElseThrow());
    }

    /** Leaves out steps for as long as the history still fails. */
    private static Chronicle shrunk(Chronicle failing) {
        return failing.shorter()
                .filter(shorter -> Comparison.play(shorter).isPresent())
                .findFirst()
                .map(Failure::shrunk)
                .orElse(failing);
    }

    @Override
    public String toString() {
        return "\n" + shortest + what;
    }
}
