package jp.tenkyo.status.webhooks;

import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the internet from those that only this network or this machine knows (IANA's special-purpose
 * ones).
 */
final class PublicAddresses {

    private static final class Block {

        private final byte[] prefix;
        private final int bits;

        private Block(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        static Block of(String cidr) {
            var slash = cidr.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress(),
                    Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean has(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> (bit % Byte.SIZE);
                if (((address[bit / Byte.SIZE] ^ prefix[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Block> SPECIAL = List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    // These wrap or forward to other addresses, or are for documents.
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .stream()
            .map(Block::of)
            .toList();

    /** All that is given out of IPv6; what maps to IPv4, stays on a link or in a network lies outside. */
    private static final Block IPV6 = Block.of("2000::/3");

    private static final int IPV4_BYTES = 4;

    private PublicAddresses() {}

    static boolean has(InetAddress address) {
        var bytes = address.getAddress();
        return (bytes.length == IPV4_BYTES || IPV6.has(bytes))
                && SPECIAL.stream().noneMatch(block -> block.has(bytes));
    }
}
