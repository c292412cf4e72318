package jp.tenkyo.lifecycle.reference.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Registration;

/**
 * The certificates that a new one meets, as they are known when it is registered. One that has expired since the new
 * one was made was valid when that was made.
 */
record StillValid(List<Registration> made, List<Standing> standings) {

    /** The one whose place a new one takes: "one on hold counts not as still valid". */
    Optional<Registration> before(Registration one) {
        return newest(on(Days.madeOn(one), one.kind(), one.carrier()))
                .filter(index -> standings.get(index).state() != Standing.State.ON_HOLD)
                .map(made::get)
                .filter(old -> !old.notBefore().isAfter(one.notBefore()));
    }

    /** "One on hold counts as live for ... the cap". */
    Optional<LocalDate> capOn(LocalDate day, Kind kind, Carrier carrier) {
        return newest(on(day, kind, carrier))
                .map(index -> Days.of(made.get(index).notAfter()));
    }

    private Stream<Integer> on(LocalDate day, Kind kind, Carrier carrier) {
        return Stream.iterate(0, index -> index < made.size(), index -> index + 1)
                .filter(index ->
                        made.get(index).kind() == kind && made.get(index).carrier() == carrier)
                .filter(index -> standings.get(index).state() != Standing.State.REVOKED)
                .filter(index -> !day.isAfter(Days.of(made.get(index).notAfter())));
    }

    private Optional<Integer> newest(Stream<Integer> indices) {
        return indices.reduce(
                (one, next) -> made.get(next).notBefore().isBefore(made.get(one).notBefore()) ? one : next);
    }
}
