package jp.tenkyo.status.prober;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.lists.ListSigners;
import jp.tenkyo.status.prober.StubService.Answer;
import jp.tenkyo.status.prober.core.Effect;
import jp.tenkyo.status.prober.core.Observation;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FullListAskingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final OptionalLong NO_BASE = OptionalLong.empty();
    private static final OptionalLong BASE_10 = OptionalLong.of(10);
    private static final int HOLD = Reason.CERTIFICATE_HOLD.code();
    private static final int COMPROMISE = Reason.KEY_COMPROMISE.code();

    private final TestCa ca = TestCa.elliptic();
    private final TestCa.Held signer = ca.listSigner();
    private final StubService service = new StubService();
    private final FullListAsking asking = new FullListAsking(
            new ListFetching(service.http(), 10_000, () -> NOW),
            new ListSigners(Map.of(ca.keyId(), signer.certificate())));
    private final String full = "/lists/%s.crl".formatted(ca.keyId());
    private final String delta = "/lists/%s/delta.crl".formatted(ca.keyId());

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void what_the_delta_says_goes_over_what_the_full_list_says() throws Exception {
        service.answers(full, list(10, NO_BASE, Map.of(1, HOLD, 2, HOLD, 3, COMPROMISE)));
        service.answers(delta, list(12, BASE_10, Map.of(1, CRLReason.removeFromCRL, 2, COMPROMISE, 4, HOLD)));

        assertThat(ask(1)).isEqualTo(says(Effect.UNREVOKED));
        assertThat(ask(2)).isEqualTo(ended(Reason.KEY_COMPROMISE));
        assertThat(ask(3)).isEqualTo(ended(Reason.KEY_COMPROMISE));
        assertThat(ask(4)).isEqualTo(ended(Reason.CERTIFICATE_HOLD));
        assertThat(ask(5)).isEqualTo(says(Effect.UNREVOKED));
    }

    @Test
    void a_full_list_no_older_than_the_delta_stands_for_itself_as_one_without_a_delta_does() throws Exception {
        service.answers(full, list(12, NO_BASE, Map.of(1, HOLD)));
        service.answers(delta, list(12, BASE_10, Map.of(1, CRLReason.removeFromCRL)));
        assertThat(ask(1)).isEqualTo(ended(Reason.CERTIFICATE_HOLD));

        service.answers(delta, Answer.of(404));
        assertThat(ask(1)).isEqualTo(ended(Reason.CERTIFICATE_HOLD));
    }

    @Test
    void a_delta_to_a_later_full_list_and_either_that_does_not_answer_say_nothing() throws Exception {
        service.answers(full, list(9, NO_BASE, Map.of()));
        service.answers(delta, list(12, BASE_10, Map.of()));
        assertThat(ask(1)).contains(new Observation.Refuses());

        service.answers(full, list(10, NO_BASE, Map.of()));
        service.answers(delta, Answer.of(503));
        assertThat(ask(1)).contains(new Observation.Refuses());
        service.answers(delta, list(12, BASE_10, Map.of()));
        service.answers(full, Answer.of(404));
        assertThat(ask(1)).contains(new Observation.Refuses());
    }

    @Test
    void lists_beyond_the_bound_are_not_judged() throws Exception {
        service.answers(full, new Answer(200, Map.of(), new byte[10_001]));
        service.answers(delta, list(12, BASE_10, Map.of()));

        assertThat(ask(1)).isEmpty();
    }

    private Optional<Observation> ask(int serial) throws InterruptedException {
        StatusRow row = Rows.revoked(
                CertificateId.of(ca.keyId(), BigInteger.valueOf(serial)).orElseThrow(), 2);
        return asking.ask(row);
    }

    private static Optional<Observation> ended(Reason reason) {
        return says(Effect.ended(reason, Optional.of(Rows.ENDED)));
    }

    private static Optional<Observation> says(Effect effect) {
        return Optional.of(new Observation.Says(effect, OptionalInt.empty()));
    }

    /** @param reasons by serial */
    private Answer list(long number, OptionalLong base, Map<Integer, Integer> reasons) {
        try {
            var issuer = new JcaX509CertificateHolder(ca.certificate()).getSubject();
            var list = new X509v2CRLBuilder(issuer, Date.from(NOW.minusSeconds(60)))
                    .setNextUpdate(Date.from(NOW.plusSeconds(3_600)))
                    .addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            if (base.isPresent()) {
                list.addExtension(
                        Extension.deltaCRLIndicator, true, new CRLNumber(BigInteger.valueOf(base.getAsLong())));
            }
            reasons.forEach(
                    (serial, reason) -> list.addCRLEntry(BigInteger.valueOf(serial), Date.from(Rows.ENDED), reason));
            var signed = list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.key()));
            return new Answer(200, Map.of("ETag", "\"%d\"".formatted(number)), signed.getEncoded());
        } catch (IOException | CertificateException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
