package jp.tenkyo.lifecycle.reference;

import java.util.List;
import java.util.stream.Stream;

/** All mutants. */
final class Mutants {

    private Mutants() {}

    static List<Mutant> all() {
        return Stream.of(
                        MutantsOfTheTable.all(),
                        MutantsOfConcern.all(),
                        MutantsOfMoveOuts.all(),
                        MutantsOfCertificates.all(),
                        MutantsOfTime.all())
                .flatMap(List::stream)
                .toList();
    }
}
