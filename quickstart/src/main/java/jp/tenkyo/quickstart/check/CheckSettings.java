package jp.tenkyo.quickstart.check;

import java.time.Duration;

/**
 * @param bootstrapServers of the broker
 * @param registryUrl Confluent API of the registry
 * @param patience how long to wait for what is still missing; reminders fall due a while after loading, and mails take
 *     theirs
 */
public record CheckSettings(String bootstrapServers, String registryUrl, Duration patience) {}
