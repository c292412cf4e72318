package jp.tenkyo.status.lists;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import jp.tenkyo.stack.ca.HolderCertificate;
import jp.tenkyo.stack.ca.IssuerFiles;
import jp.tenkyo.stack.ca.Profile;
import jp.tenkyo.stack.ca.TestCa;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.core.Carrier;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Kind;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.issuers.Issuers;
import jp.tenkyo.status.table.StatusTable;
import jp.tenkyo.status.table.Tables;
import org.jspecify.annotations.Nullable;

/** A table, and lists made of it for one issuer of a test hierarchy, at hours that the test sets. */
final class Workshop implements AutoCloseable {

    static final String CHITOSE = "012246";
    static final String SAPPORO = "011002";
    static final Instant LAST_SECOND = Instant.parse("2026-11-24T14:59:59Z");

    final StatusTable table;
    final IssuerLists lists;
    final DirtyMarks marks = new DirtyMarks();
    final IssuerFiles files;
    final ListBuilding building;
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    Instant now = Tables.NOW;
    Freshness freshness = new Freshness.Fresh();
    /** Done within a round: before anything is written, and once more before it is published. */
    Runnable meanwhile = () -> {};

    private long offset;

    private Workshop(Path folder, TestCa ca) {
        files = ca.issuers().getFirst();
        var settings = settings(files);
        var issuers = jp.tenkyo.status.issuers.IssuerFiles.read(
                List.of(files.certificate().toString()));
        lists = new IssuerLists(signer(issuers, settings), folder.resolve("lists"));
        table = Tables.open(folder.resolve("table"), () -> now);
        table.listen(marks);
        var round = new ListRound(table, this::looked, settings, () -> now);
        building = new ListBuilding(
                List.of(lists), round, marks, settings, new ListMetrics(metrics, () -> now), () -> now);
    }

    private Freshness looked() {
        meanwhile.run();
        return freshness;
    }

    static Workshop in(Path folder, TestCa ca) {
        return new Workshop(folder, ca);
    }

    static ListSettings settings(IssuerFiles files) {
        return new ListSettings(
                List.of(new ListSettings.SignerFiles(
                        files.listsCertificate().toString(), files.listsKey().toString())),
                null,
                Duration.ofSeconds(30),
                Duration.ofHours(24),
                Duration.ofHours(36),
                Duration.ofHours(2),
                Duration.ofDays(3653),
                "https://status.example.jp");
    }

    private static ListSigner signer(Issuers issuers, ListSettings settings) {
        return SignerReading.read(issuers, settings, () -> Tables.NOW).getFirst();
    }

    StatusRow row(String serial, Status status, String municipality, int version) {
        var why =
                switch (status) {
                    case REVOKED -> Reason.AFFILIATION_CHANGED;
                    case HOLD -> Reason.CERTIFICATE_HOLD;
                    case GOOD, EXPIRED -> null;
                };
        return row(serial, status, why, municipality, version);
    }

    StatusRow row(String serial, Status status, @Nullable Reason why, String municipality, int version) {
        return new StatusRow(
                new CertificateId(files.keyId(), serial),
                Kind.SIGNING,
                Carrier.CARD,
                status,
                why,
                why == null ? null : Rows.ENDED,
                Rows.NOT_BEFORE,
                LAST_SECOND,
                municipality,
                version,
                Rows.ENDED);
    }

    /** The row's certificate from the test hierarchy, signed by this workshop's issuer. */
    static HolderCertificate certificateOf(StatusRow row) {
        return new HolderCertificate(
                Profile.SIGNING,
                "h-test",
                row.id().serial(),
                TestCa.SECOND_GENERATION_FROM.minusSeconds(1),
                Tables.NOW.plus(Duration.ofDays(100)),
                row.municipality());
    }

    void take(StatusRow... rows) {
        Tables.take(table, offset, rows);
        offset += rows.length;
    }

    void doubt(String serial) {
        Tables.doubt(table, offset++, new CertificateId(files.keyId(), serial));
    }

    /** A round as the thread makes them. */
    boolean make() {
        return building.make(lists);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Published standing(ListName name) throws IOException {
        return lists.standing().of(name).orElseThrow();
    }

    Path file(ListName name) throws IOException {
        return lists.shelf().find(name, standing(name).number()).orElseThrow();
    }

    ListBytes read(ListName name) throws IOException {
        return lists.shelf().read(name, standing(name).number());
    }

    List<ListEntry> entries(ListName name) throws IOException {
        return entries(read(name));
    }

    static List<ListEntry> entries(ListBytes list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    static ListEntry entry(String serial, Reason reason) {
        return new ListEntry(serial, Rows.ENDED, reason.code());
    }

    @Override
    public void close() {
        table.close();
    }
}
