package jp.tenkyo.notifier.topology;

import java.time.Instant;
import jp.tenkyo.notifier.core.Notice;

/**
 * A notice that is not settled.
 *
 * @param enteredAt when the notifier first read it, by the notifier's clock
 * @param attempts made so far
 */
public record Waiting(Instant enteredAt, int attempts, Notice notice) {}
