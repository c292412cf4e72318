package jp.tenkyo.quickstart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What a run plays. */
sealed interface Play {

    ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** Where the business clock stands at first, where it is driven by hand. */
    Optional<Instant> clock();

    /** Today, as it is; checked at its end. */
    record Today() implements Play {
        @Override
        public Optional<Instant> clock() {
            return Optional.empty();
        }
    }

    /** Nothing but what somebody does: the clock stands still until it is set on. */
    record Simulation(Instant start) implements Play {
        @Override
        public Optional<Instant> clock() {
            return Optional.of(start);
        }

        LocalDate today() {
            return LocalDate.ofInstant(start, TOKYO);
        }
    }

    /** A year, or some weeks of one, checked at its end. */
    record Year(LocalDate first, LocalDate last) implements Play {

        /** The hour at which reminders fall due, and at which the clock stops on each day. */
        static final LocalTime STOPS_AT = LocalTime.of(9, 0);

        static Year whole(int year) {
            return new Year(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }

        @Override
        public Optional<Instant> clock() {
            return Optional.of(first.atStartOfDay(TOKYO).toInstant());
        }
    }

    /** Settings of a service for a business clock that is driven by hand. */
    static List<String> simulated(Instant start) {
        return List.of("--tenkyo.simulation.enabled=true", "--tenkyo.simulation.start=" + start);
    }
}
