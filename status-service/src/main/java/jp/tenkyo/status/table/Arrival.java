package jp.tenkyo.status.table;

import java.time.Instant;
import jp.tenkyo.status.contract.Reading;

/**
 * A record as it came.
 *
 * @param writtenAt the record's own timestamp
 */
record Arrival(int partition, long offset, Instant writtenAt, Reading reading) {}
