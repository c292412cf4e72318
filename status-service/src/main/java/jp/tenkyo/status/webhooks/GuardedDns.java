package jp.tenkyo.status.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a name for the very connection that is made, so that a name that was harmless when it was looked at cannot
 * lead elsewhere when it is connected to (DNS rebinding).
 */
final class GuardedDns implements DnsResolver {

    private final boolean allowPrivate;

    GuardedDns(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** The address is one that only this network knows. */
    static final class PrivateAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1;

        PrivateAddressException() {
            super("It leads to an address that is not of the internet.");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = InetAddress.getAllByName(host);
        if (!allowPrivate && !Arrays.stream(found).allMatch(PublicAddresses::has)) {
            throw new PrivateAddressException();
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
