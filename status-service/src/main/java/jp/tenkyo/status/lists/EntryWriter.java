package jp.tenkyo.status.lists;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.Time;

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

    @Override
    public void accept(ListEntry entry) {
        try {
            var serial = new ASN1Integer(new BigInteger(1, HEX.parseHex(entry.serial())));
            bytes.writeBytes(Der.sequence(
                    serial.getEncoded(ASN1Encoding.DER),
                    new Time(Date.from(entry.revokedAt())).getEncoded(ASN1Encoding.DER),
                    EXTENSIONS.get(entry.reason())));
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count() {
        return count;
    }

    /** revokedCertificates; RFC 5280 5.1.2.6: none at all where there are none. */
    byte[] der() {
        return count == 0 ? new byte[0] : Der.sequence(bytes.toByteArray());
    }
}
