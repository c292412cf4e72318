package jp.tenkyo.status.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.table.Found;
import jp.tenkyo.status.table.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revocation that comes at each point where an answer may be on its way. */
class RevokedMeanwhileTest {

    private static final TestCa CA = TestCa.elliptic();
    private static final BigInteger SERIAL = BigInteger.valueOf(0x7000_1234L);
    private static final CertificateId ID = CertificateId.of(CA.keyId(), SERIAL).orElseThrow();

    private static final int VERSIONS = 3_000;

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.of(folder, CA);
        Tables.take(desk.table, 0, Rows.good(ID, 1));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void while_it_is_being_signed() {
        desk.machine = once(this::revoke);

        assertThat(status(Client.ask(CA, SERIAL))).isEqualTo("REVOKED 3");
        assertThat(status(Client.ask(CA, SERIAL))).isEqualTo("REVOKED 3");
    }

    @Test
    void while_one_with_a_nonce_is_being_signed() {
        desk.machine = once(this::revoke);

        assertThat(status(Client.ask(CA, Client.SHA1, new byte[16], SERIAL))).isEqualTo("REVOKED 3");
    }

    /** The look before it is kept saw good; the revocation is written before the answer is in the cache. */
    @Test
    void while_it_is_being_put_into_the_cache() throws Exception {
        var looks = new AtomicInteger();
        var revoking = new AtomicReference<CompletableFuture<Void>>();
        desk.onLook = () -> {
            if (looks.incrementAndGet() == 2) {
                desk.onLook = () -> {};
                revoking.set(CompletableFuture.runAsync(this::revoke));
                awaitWritten();
            }
        };

        status(Client.ask(CA, SERIAL));
        revoking.get().get(20, TimeUnit.SECONDS);

        assertThat(looks).hasValue(2);
        assertThat(status(Client.ask(CA, SERIAL))).isEqualTo("REVOKED 3");
    }

    /** Written, but the cache has not been told: the answer in it must not be given any more. */
    @Test
    void after_it_is_written_and_before_the_cache_has_heard() {
        assertThat(status(Client.ask(CA, SERIAL))).isEqualTo("GOOD");
        var between = new AtomicReference<String>();
        desk.beforeCache = () -> between.set(status(Client.ask(CA, SERIAL)));

        revoke();

        assertThat(between).hasValue("REVOKED 3");
    }

    /** Each version says another instant, so that an answer tells which one it is of. */
    @Test
    void again_and_again_while_somebody_asks_all_the_time() throws Exception {
        var written = new AtomicInteger(1);
        var stale = new AtomicInteger();
        var answered = new AtomicInteger();
        var asking = CompletableFuture.runAsync(() -> {
            while (written.get() < VERSIONS) {
                var least = Rows.ENDED.truncatedTo(ChronoUnit.SECONDS).plusSeconds(written.get());
                var reply = desk.responder.answer(Client.ask(CA, SERIAL));
                // Whose certificate changes faster than can be signed is told to try later.
                if (reply != Reply.Refusal.TRY_LATER) {
                    var said = Client.one(reply).revokedAt().orElse(Instant.MAX);
                    stale.addAndGet(said.isBefore(least) ? 1 : 0);
                    answered.incrementAndGet();
                }
            }
        });
        for (var next = 2; next <= VERSIONS; next++) {
            Tables.take(desk.table, next, held(next));
            written.set(next);
        }
        asking.get(20, TimeUnit.SECONDS);

        assertThat(stale).hasValue(0);
        assertThat(answered).hasPositiveValue();
    }

    private static StatusRow held(int version) {
        return Rows.row(ID, Status.HOLD, Reason.CERTIFICATE_HOLD, Rows.ENDED.plusSeconds(version), version);
    }

    private void revoke() {
        Tables.take(desk.table, 1, Rows.revoked(ID, 2));
    }

    private void awaitWritten() {
        while (!desk.table.find(ID).equals(new Found.Known(Rows.revoked(ID, 2)))) {
            Thread.onSpinWait();
        }
    }

    private String status(byte[] request) {
        return Client.one(desk.responder.answer(request)).status();
    }

    private static InstantSource once(Runnable meanwhile) {
        var done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                meanwhile.run();
            }
            return Tables.NOW;
        };
    }
}
