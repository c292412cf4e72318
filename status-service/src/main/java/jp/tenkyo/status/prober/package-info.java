/**
 * Holds what every channel tells of some certificates against the topic, as a client outside would see it, and says for
 * how long they differ. It answers nobody but whoever runs the service: nothing else depends on it.
 */
@NullMarked
package jp.tenkyo.status.prober;

import org.jspecify.annotations.NullMarked;
