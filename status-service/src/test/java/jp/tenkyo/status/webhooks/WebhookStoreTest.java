package jp.tenkyo.status.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import jp.tenkyo.status.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

class WebhookStoreTest {

    private static final Instant TAKEN = Instant.parse("2026-11-22T03:04:06Z");

    /** As it was written before messages could say that a certificate is in doubt. */
    private static final String MESSAGE = """
            {"number":7,"row":{"id":{"issuerKeyId":"%s","serial":"1"},"kind":"SIGNING","carrier":"CARD",\
            "status":"REVOKED","why":"AFFILIATION_CHANGED","endedAt":"2026-11-22T03:04:05.678Z",\
            "notBefore":"2025-10-27T01:00:00Z","notAfter":"2030-02-17T14:59:59Z","municipality":"012246","version":2,\
            "recordedAt":"2026-11-22T03:04:05.678Z"},"attempts":3,"takenAt":"2026-11-22T03:04:06Z",\
            "nextAt":"2026-11-22T03:04:06Z","lastFailure":"status 500"}""".formatted(Rows.ISSUER);

    @TempDir
    Path folder;

    @Test
    void what_an_earlier_version_had_on_its_way_is_still_read() throws Exception {
        try (var options = new Options().setCreateIfMissing(true);
                var db = RocksDB.open(options, folder.toString())) {
            var key = ByteBuffer.allocate(6 + Long.BYTES)
                    .put("pwh-1\0".getBytes(UTF_8))
                    .putLong(7)
                    .array();
            db.put(key, MESSAGE.getBytes(UTF_8));
        }

        try (var store = WebhookStore.open(folder)) {
            assertThat(store.pending("wh-1"))
                    .containsExactly(
                            new Message(7, Rows.revoked(Rows.id("1"), 2), false, 3, TAKEN, TAKEN, "status 500"));
        }
    }
}
