package jp.tenkyo.status.lists;

import java.time.Instant;

/**
 * The list that stands under a name.
 *
 * @param decidedAt business instant as of which it says who is revoked
 * @param entries how many it has
 */
record Published(long number, Instant thisUpdate, Instant nextUpdate, Instant decidedAt, int entries) {}
