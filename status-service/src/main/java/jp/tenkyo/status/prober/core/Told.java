package jp.tenkyo.status.prober.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.status.core.CertificateId;

/**
 * What a channel has told lately, of all certificates: it tells once, and may be before the prober's own reading of the
 * topic. Guarded by {@link Sample}.
 */
final class Told {

    /** Some seconds' worth at the highest rate; the prober takes no change that is further behind. */
    private static final int KEPT_MAX = 20_000;

    private final Map<Integer, Long> ends;
    private final Map<CertificateId, Message> latest = new LinkedHashMap<>();

    record Message(Observation.Says says, Instant at) {}

    /** @param ends of the topic by partition: all after them is told */
    Told(Map<Integer, Long> ends) {
        this.ends = Map.copyOf(ends);
    }

    boolean listensTo(Place place) {
        return place.isAtOrAfter(ends);
    }

    void add(CertificateId id, Observation.Says says, Instant at) {
        var known = latest.get(id);
        if (known != null && Observation.Says.versionOf(known.says()) >= Observation.Says.versionOf(says)) {
            return;
        }
        latest.remove(id);
        latest.put(id, new Message(says, at));
        if (latest.size() > KEPT_MAX) {
            latest.remove(latest.keySet().iterator().next());
        }
    }

    Optional<Message> of(CertificateId id) {
        return Optional.ofNullable(latest.get(id));
    }
}
