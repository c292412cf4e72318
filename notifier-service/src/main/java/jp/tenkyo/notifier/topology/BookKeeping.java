package jp.tenkyo.notifier.topology;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.notifier.core.BackOff;
import jp.tenkyo.schemas.DeadLetterCause;
import jp.tenkyo.schemas.RegistryPatience;

/**
 * What the topology is given.
 *
 * @param registry settings of the registry client
 * @param partitionCount of every topic
 * @param backOff pauses between attempts at one notice
 * @param settledKeptFor how long it is remembered that a notice is settled
 * @param patience while the registry is away: far below max.poll.interval.ms, and below the transaction's time-out
 * @param partitions where the processor says which partitions are open here
 * @param seen told every outcome read back
 * @param buried told the cause of every dead letter
 */
public record BookKeeping(
        Map<String, Object> registry,
        int partitionCount,
        BackOff backOff,
        Duration settledKeptFor,
        InstantSource clock,
        RegistryPatience patience,
        PartitionsHere partitions,
        Consumer<DeliveryOutcome> seen,
        Consumer<DeadLetterCause> buried) {}
