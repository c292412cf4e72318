package jp.tenkyo.quickstart;

import java.util.List;
import java.util.stream.Stream;

/** What the services are told beyond where everything is. */
record ServiceSettings(List<String> lifecycle, List<String> notifier) {

    static final ServiceSettings USUAL = new ServiceSettings(List.of(), List.of());

    ServiceSettings toLifecycle(List<String> more) {
        return new ServiceSettings(
                Stream.concat(lifecycle.stream(), more.stream()).toList(), notifier);
    }

    ServiceSettings toNotifier(String one) {
        return new ServiceSettings(
                lifecycle, Stream.concat(notifier.stream(), Stream.of(one)).toList());
    }
}
