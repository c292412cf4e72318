package jp.tenkyo.status.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;

/** Whether an address is one that messages can be sent to. */
final class ReceiverUrl {

    private static final int LENGTH_MAX = 2_000;

    private ReceiverUrl() {}

    /** What is wrong with it; empty text where nothing is. Names are resolved when it is connected to, and not here. */
    static String fault(String text, WebhookSettings settings) {
        try {
            var url = new URI(text);
            if (text.length() > LENGTH_MAX || url.getHost() == null) {
                return "url must be an absolute URL of at most %d characters.".formatted(LENGTH_MAX);
            }
            if (!"https".equals(url.getScheme()) && !(settings.allowHttp() && "http".equals(url.getScheme()))) {
                return "url must begin with https://.";
            }
            if (url.getUserInfo() != null || url.getFragment() != null) {
                return "url must have no user and no fragment.";
            }
            return settings.allowPrivateAddresses() || !isPrivateLiteral(url.getHost())
                    ? ""
                    : "url must lead to an address of the internet.";
        } catch (URISyntaxException _) {
            return "url is not a URL.";
        }
    }

    private static boolean isPrivateLiteral(String host) {
        try {
            return !PublicAddresses.has(
                    InetAddress.ofLiteral(host.replace("[", "").replace("]", "")));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
