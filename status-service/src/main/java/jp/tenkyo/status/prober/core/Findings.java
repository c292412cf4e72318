package jp.tenkyo.status.prober.core;

import java.time.Duration;

/** Told of what was found, while the sample is locked: be quick. Nothing here names a certificate. */
public interface Findings {

    /** A change was seen on a channel so long after it was read from the topic. */
    void visible(Channel channel, Duration after);

    /** A channel has begun to say something else than the topic for longer than it may. */
    void disagrees(Channel channel, Place record);

    /** It says what the topic says again. */
    void agreesAgain(Channel channel, Place record);
}
