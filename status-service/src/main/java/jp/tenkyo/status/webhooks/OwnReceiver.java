package jp.tenkyo.status.webhooks;

import jp.tenkyo.status.access.Client;

/**
 * A receiver in this very process. It may be sent to although its address is private and without TLS, whatever the
 * settings say of others.
 *
 * @param client id of the client that alone may subscribe it
 * @param url has a part that nobody can guess, so that no other client can name it
 */
public record OwnReceiver(String client, String url) {

    boolean is(String address) {
        return url.equals(address);
    }

    boolean mayBeSubscribedBy(Client somebody, String address) {
        return client.equals(somebody.id()) && is(address);
    }
}
