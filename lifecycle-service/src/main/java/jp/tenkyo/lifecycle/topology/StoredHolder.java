package jp.tenkyo.lifecycle.topology;

import java.time.Instant;
import java.util.Optional;
import jp.tenkyo.lifecycle.core.Holder;

/**
 * A holder and the one entry that stands for it among the deadlines. The entry's instant is kept, not computed again:
 * other settings would compute another one, and the entry would never be found.
 */
record StoredHolder(Holder holder, Optional<Instant> deadline) {}
