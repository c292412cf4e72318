/**
 * What the services' topologies share. Kafka Streams is theirs to bring: this module's other users, such as the setup
 * command, do without it.
 */
@NullMarked
package jp.tenkyo.schemas.streams;

import org.jspecify.annotations.NullMarked;
