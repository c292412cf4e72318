package jp.tenkyo.status.lists;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** Takes the entries of one list, in the order of their serials, as the bytes that they have on it. */
final class EntryWriter implements Consumer<ListEntry> {

    private static final HexFormat HEX = HexFormat.of();
    /** Extensions of an entry, by reason. RFC 5280 5.3.1: where it is unspecified, nothing is said. */
    private static final List<byte[]> EXTENSIONS = IntStream.rangeClosed(0, ListEntry.REMOVE_FROM_CRL)
            .mapToObj(EntryWriter::extensions)
            .toList();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int count;

    private static byte[] extensions(int reason) {
        try {
            return reason == CRLReason.unspecified
                    ? new byte[0]
                    : new Extensions(Extension.create(Extension.reasonCode, false, CRLReason.lookup(reason)))
                            .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reason that such extensions tell; empty where they are of another kind. */
    static OptionalInt reasonOf(byte[] extensions) {
        for (var reason = 0; reason < EXTENSIONS.size(); reason++) {
            if (Arrays.equals(EXTENSIONS.get(reason), extensions)) {
                return OptionalInt.of(reason);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public void accept(ListEntry entry) {
        var serial = new BigInteger(1, HEX.parseHex(entry.serial()));
        bytes.writeBytes(Der.sequence(
                Der.tagged(Der.INTEGER, serial.toByteArray()),
                EntryTime.der(entry.revokedAt()),
                EXTENSIONS.get(entry.reason())));
        count++;
    }

    int count() {
        return count;
    }

    /** revokedCertificates; RFC 5280 5.1.2.6: none at all where there are none. */
    byte[] der() {
        return count == 0 ? new byte[0] : Der.sequence(bytes.toByteArray());
    }
}
