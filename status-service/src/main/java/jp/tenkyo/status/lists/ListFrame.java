package jp.tenkyo.status.lists;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * All that a list says besides its entries.
 *
 * @param base number of the full list that a delta goes on from
 * @param nextUpdate when verifiers stop to believe it
 */
record ListFrame(ListName name, long number, OptionalLong base, Instant thisUpdate, Instant nextUpdate) {}
