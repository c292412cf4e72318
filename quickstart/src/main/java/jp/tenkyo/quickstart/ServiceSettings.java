package jp.tenkyo.quickstart;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What the services are told beyond where everything is. */
record ServiceSettings(List<String> lifecycle, List<String> notifier, List<String> status) {

    static final ServiceSettings USUAL = new ServiceSettings(List.of(), List.of(), List.of());

    ServiceSettings toLifecycle(String one) {
        return new ServiceSettings(with(lifecycle, List.of(one)), notifier, status);
    }

    ServiceSettings toNotifier(String one) {
        return new ServiceSettings(lifecycle, with(notifier, List.of(one)), status);
    }

    ServiceSettings toStatus(List<String> some) {
        return new ServiceSettings(lifecycle, notifier, with(status, some));
    }

    /** With a business clock that is driven by hand, for all who ask what time it is. */
    ServiceSettings simulatedFrom(Instant start) {
        var simulated = Play.simulated(start);
        return new ServiceSettings(with(lifecycle, simulated), notifier, with(status, simulated));
    }

    private static List<String> with(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
