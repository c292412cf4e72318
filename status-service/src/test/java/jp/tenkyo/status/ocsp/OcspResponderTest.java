package jp.tenkyo.status.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.table.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OcspResponderTest {

    private static final BigInteger SERIAL = BigInteger.valueOf(0x7000_1234L);
    private static final BigInteger OTHER = BigInteger.valueOf(0x7000_5678L);
    private static final TestCa CA = TestCa.elliptic();
    private static final TestCa OTHER_CA = TestCa.elliptic();
    private static final CertificateId ID = id(SERIAL);
    private static final Instant ENDED_TO_THE_SECOND = Instant.parse("2026-11-22T03:04:05Z");

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.of(folder, CA, OTHER_CA);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_good_certificate_is_good_from_now_to_the_next_update() {
        Tables.take(desk.table, 0, Rows.good(ID, 1));

        assertThat(Client.one(answer(Client.ask(CA, SERIAL)))).isEqualTo(said("GOOD", Optional.empty()));
        assertThat(Client.one(answer(Client.ask(CA, Client.SHA256, null, SERIAL))))
                .isEqualTo(said("GOOD", Optional.empty()));
    }

    @Test
    void a_revoked_certificate_comes_with_its_instant_and_reason() {
        Tables.take(desk.table, 0, Rows.revoked(ID, 2));

        assertThat(Client.one(answer(Client.ask(CA, SERIAL))))
                .isEqualTo(said("REVOKED 3", Optional.of(ENDED_TO_THE_SECOND)));
    }

    @Test
    void unspecified_is_said_by_leaving_the_reason_out() {
        Tables.take(desk.table, 0, Rows.row(ID, Status.REVOKED, Reason.UNSPECIFIED, Rows.ENDED, 2));

        assertThat(Client.one(answer(Client.ask(CA, SERIAL))))
                .isEqualTo(said("REVOKED", Optional.of(ENDED_TO_THE_SECOND)));
    }

    @Test
    void a_hold_is_certificate_hold_and_its_release_is_good_again() {
        Tables.take(desk.table, 0, Rows.hold(ID, 2));
        assertThat(Client.one(answer(Client.ask(CA, SERIAL))))
                .isEqualTo(said("REVOKED 6", Optional.of(ENDED_TO_THE_SECOND)));

        Tables.take(desk.table, 1, Rows.good(ID, 3));
        assertThat(Client.one(answer(Client.ask(CA, SERIAL)))).isEqualTo(said("GOOD", Optional.empty()));
    }

    @Test
    void an_expired_certificate_is_good_with_an_archive_cutoff_and_a_revoked_one_stays_revoked() {
        Tables.take(desk.table, 0, Rows.good(ID, 1), Rows.revoked(id(OTHER), 2));
        desk.business = Rows.NOT_AFTER;
        assertThat(Client.one(answer(Client.ask(CA, SERIAL))).archiveCutoff()).isEmpty();

        desk.business = Rows.NOT_AFTER.plusSeconds(1);
        var expired = Client.one(answer(Client.ask(CA, SERIAL)));
        assertThat(expired.status()).isEqualTo("GOOD");
        assertThat(expired.archiveCutoff()).contains(TestCa.NOT_BEFORE);
        assertThat(Client.one(answer(Client.ask(CA, OTHER))).status()).isEqualTo("REVOKED 3");
    }

    @Test
    void a_foreign_serial_is_unknown_and_a_foreign_issuer_is_not_answered_for() {
        assertThat(Client.one(answer(Client.ask(CA, SERIAL)))).isEqualTo(said("UNKNOWN", Optional.empty()));
        assertThat(Client.one(answer(Client.ask(CA, BigInteger.ZERO))).status()).isEqualTo("UNKNOWN");
        assertThat(Client.one(answer(Client.ask(CA, BigInteger.valueOf(-7)))).status())
                .isEqualTo("UNKNOWN");
        assertThat(answer(Client.ask(TestCa.elliptic(), SERIAL))).isEqualTo(Reply.Refusal.UNAUTHORIZED);
    }

    @Test
    void generations_under_one_name_are_told_apart_by_their_keys() {
        Tables.take(desk.table, 0, Rows.good(ID, 1));

        assertThat(Client.one(answer(Client.ask(CA, SERIAL))).status()).isEqualTo("GOOD");
        assertThat(Client.one(answer(Client.ask(OTHER_CA, SERIAL))).status()).isEqualTo("UNKNOWN");
    }

    @Test
    void several_certificates_of_one_issuer_are_answered_together_in_their_order() {
        Tables.take(desk.table, 0, Rows.good(ID, 1), Rows.revoked(id(OTHER), 2));

        assertThat(Client.all(answer(Client.ask(CA, OTHER, SERIAL, BigInteger.TEN))))
                .extracting(Client.Said::status)
                .containsExactly("REVOKED 3", "GOOD", "UNKNOWN");
    }

    @Test
    void no_responder_can_sign_for_two_issuers_at_once() {
        var both = Requests.of(Client.id(CA, Client.SHA1, SERIAL), Client.id(OTHER_CA, Client.SHA1, SERIAL));

        assertThat(answer(both)).isEqualTo(Reply.Refusal.UNAUTHORIZED);
    }

    @Test
    void a_nonce_of_1_to_128_bytes_is_repeated_and_others_are_malformed() {
        Tables.take(desk.table, 0, Rows.good(ID, 1));
        for (var length : new int[] {1, 32, 128}) {
            var nonce = new byte[length];
            assertThat(Client.nonce(answer(Client.ask(CA, Client.SHA1, nonce, SERIAL))))
                    .hasValue(nonce);
        }
        for (var length : new int[] {0, 129}) {
            assertThat(answer(Client.ask(CA, Client.SHA1, new byte[length], SERIAL)))
                    .isEqualTo(Reply.Refusal.MALFORMED_REQUEST);
        }
    }

    @Test
    void an_answer_is_given_again_until_half_its_time_is_over_or_its_certificate_changes() {
        Tables.take(desk.table, 0, Rows.good(ID, 1));
        var first = answer(Client.ask(CA, SERIAL));

        assertThat(answer(Client.ask(CA, SERIAL)).der()).isSameAs(first.der());
        desk.machine = () -> Tables.NOW.plus(Desk.VALID_FOR.dividedBy(2));
        var second = answer(Client.ask(CA, SERIAL));
        assertThat(second.der()).isNotSameAs(first.der());
        Tables.take(desk.table, 1, Rows.revoked(ID, 2));
        assertThat(Client.one(answer(Client.ask(CA, SERIAL))).status()).isEqualTo("REVOKED 3");
        assertThat(desk.count("good", "reused")).isEqualTo(1);
        assertThat(desk.count("good", "signed")).isEqualTo(2);
    }

    @Test
    void a_table_that_is_stale_answers_nobody_not_even_from_the_cache() {
        Tables.take(desk.table, 0, Rows.good(ID, 1));
        assertThat(Client.status(answer(Client.ask(CA, SERIAL)))).isZero();

        desk.freshness = new Freshness.Stale(Freshness.Reason.BEHIND, Tables.NOW);
        assertThat(answer(Client.ask(CA, SERIAL))).isEqualTo(Reply.Refusal.TRY_LATER);
        assertThat(answer(Client.ask(CA, Client.SHA1, new byte[16], SERIAL))).isEqualTo(Reply.Refusal.TRY_LATER);
    }

    @Test
    void nobody_is_told_anything_of_a_certificate_in_doubt() {
        Tables.take(desk.table, 0, Rows.good(ID, 1));
        assertThat(Client.status(answer(Client.ask(CA, SERIAL)))).isZero();

        Tables.doubt(desk.table, 1, ID);
        assertThat(answer(Client.ask(CA, SERIAL))).isEqualTo(Reply.Refusal.TRY_LATER);
        assertThat(answer(Client.ask(CA, OTHER, SERIAL))).isEqualTo(Reply.Refusal.TRY_LATER);
        assertThat(Client.one(answer(Client.ask(CA, OTHER))).status()).isEqualTo("UNKNOWN");
    }

    @Test
    void a_flood_of_nonces_is_shed_and_leaves_cached_answers_alone() {
        Tables.take(desk.table, 0, Rows.good(ID, 1));
        assertThat(Client.status(answer(Client.ask(CA, SERIAL)))).isZero();
        var flood = new Flood(desk, Client.ask(CA, Client.SHA1, new byte[16], SERIAL), 2);
        try (flood) {
            flood.awaitSigning();
            assertThat(answer(Client.ask(CA, Client.SHA1, new byte[16], SERIAL)))
                    .isEqualTo(Reply.Refusal.TRY_LATER);
            assertThat(desk.count("good", "reused")).isZero();
            flood.keepOut();
            assertThat(Client.one(answer(Client.ask(CA, SERIAL))).status()).isEqualTo("GOOD");
            assertThat(desk.count("good", "reused")).isEqualTo(1);
        }
        assertThat(flood.replies())
                .allSatisfy(reply -> assertThat(Client.status(reply)).isZero());
    }

    @Test
    void too_many_certificates_in_one_request_are_malformed() {
        var serials = IntStream.rangeClosed(1, RequestReader.CERTIFICATES_MAX + 1)
                .mapToObj(BigInteger::valueOf)
                .toArray(BigInteger[]::new);

        assertThat(answer(Client.ask(CA, serials))).isEqualTo(Reply.Refusal.MALFORMED_REQUEST);
    }

    @Test
    void truncated_and_lengthened_requests_are_malformed() {
        var request = Client.ask(CA, Client.SHA1, new byte[16], SERIAL);
        for (var length = 0; length < request.length; length++) {
            assertThat(answer(Arrays.copyOf(request, length))).isEqualTo(Reply.Refusal.MALFORMED_REQUEST);
        }
        assertThat(answer(Arrays.copyOf(request, request.length + 1))).isEqualTo(Reply.Refusal.MALFORMED_REQUEST);
        assertThat(answer(new byte[RequestReader.BYTES_MAX + 1])).isEqualTo(Reply.Refusal.MALFORMED_REQUEST);
    }

    @Test
    void an_rsa_responder_signs_with_rsa() {
        try (var rsa = Desk.of(folder.resolve("rsa"), CA, CA.rsaResponder())) {
            Tables.take(rsa.table, 0, Rows.good(ID, 1));
            var basic = Client.basic(rsa.responder.answer(Client.ask(CA, SERIAL)));

            assertThat(basic.getSignatureAlgOID().getId()).isEqualTo("1.2.840.113549.1.1.11");
        }
    }

    private Reply answer(byte[] request) {
        return desk.responder.answer(request);
    }

    private static CertificateId id(BigInteger serial) {
        return CertificateId.of(CA.keyId(), serial).orElseThrow();
    }

    private static Client.Said said(String status, Optional<Instant> revokedAt) {
        return new Client.Said(status, revokedAt, Tables.NOW, Tables.NOW.plus(Duration.ofMinutes(5)), Optional.empty());
    }
}
