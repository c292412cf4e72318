package jp.tenkyo.lifecycle.reads;

import java.time.Instant;

/**
 * What must be published without delay: an issuer's key is compromised (rule book 2.2).
 *
 * @param recordedAt when the first partition recorded it; until one has, when it was reported
 * @param ended certificates ended so far, those registered later included
 * @param walked holders looked at so far
 * @param partitionsComplete partitions that have looked at all holders that they knew
 * @param partitions of all
 * @param complete whether all partitions have
 */
public record Announcement(
        String issuerKeyId,
        Instant recordedAt,
        long ended,
        long walked,
        int partitionsComplete,
        int partitions,
        boolean complete) {}
