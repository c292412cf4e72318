package jp.tenkyo.status.ocsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.table.Tables;

/**
 * Gives the responder whatever it is given, and checks what may never happen: an exception, an answer that is none, or
 * good said of anything but the good certificate. Jazzer calls it (profile {@code fuzz}), and the kept corpus is
 * replayed in each build.
 */
public final class OcspFuzz {

    static final BigInteger GOOD = BigInteger.valueOf(0x7000_1234L);
    static final BigInteger REVOKED = BigInteger.valueOf(0x7000_5678L);
    static final BigInteger HELD = BigInteger.valueOf(0x7000_9abcL);

    private static final OcspFuzz ONLY = new OcspFuzz();

    private final Desk desk;

    private OcspFuzz() {
        var ca = TestCa.fixed();
        desk = Desk.of(temporaryFolder(), ca);
        Tables.take(
                desk.table,
                0,
                Rows.good(id(ca, GOOD), 1),
                Rows.revoked(id(ca, REVOKED), 2),
                Rows.hold(id(ca, HELD), 2));
    }

    private static CertificateId id(TestCa ca, BigInteger serial) {
        return CertificateId.of(ca.keyId(), serial).orElseThrow();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("ocsp-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Jazzer's entry, by its name and form. */
    public static void fuzzerTestOneInput(byte[] request) {
        ONLY.tryOne(request);
    }

    private void tryOne(byte[] request) {
        var reply = desk.responder.answer(request);
        if (reply instanceof Reply.Refusal) {
            return;
        }
        if (Client.goodIn(reply).stream().anyMatch(serial -> !serial.equals(GOOD))) {
            throw new AssertionError("good said of another certificate");
        }
    }
}
