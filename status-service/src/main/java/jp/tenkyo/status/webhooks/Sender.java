package jp.tenkyo.status.webhooks;

/** Makes one attempt. */
interface Sender {

    /**
     * Returns when the receiver has answered or the time is over; never throws for what the receiver does.
     *
     * @param body JSON
     */
    Outcome send(String url, String id, String body, SigningSecret secret);
}
