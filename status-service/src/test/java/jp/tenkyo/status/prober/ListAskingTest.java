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
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.lists.ListSigners;
import jp.tenkyo.status.prober.StubService.Answer;
import jp.tenkyo.status.prober.core.Effect;
import jp.tenkyo.status.prober.core.Observation;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListAskingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3_600);
    private static final Optional<Observation> REFUSES = Optional.of(new Observation.Refuses());

    private final TestCa ca = TestCa.elliptic();
    private final TestCa.Held signer = ca.listSigner();
    private final StubService service = new StubService();
    private final ListAsking asking = new ListAsking(
            new ListFetching(service.http(), 10_000, () -> NOW),
            new ListSigners(Map.of(ca.keyId(), signer.certificate())));
    private final StatusRow listed = row(0x1a);
    private final StatusRow other = row(0x2b);

    @AfterEach
    void end() {
        service.close();
    }

    private StatusRow row(int serial) {
        return Rows.revoked(
                CertificateId.of(ca.keyId(), BigInteger.valueOf(serial)).orElseThrow(), 2);
    }

    @Test
    void a_certificate_is_what_its_municipalitys_list_says() throws Exception {
        service.answers(list(signer, LATER, "\"1\""));

        assertThat(asking.ask(listed)).isEqualTo(says(Effect.ended(Reason.KEY_COMPROMISE, Optional.of(Rows.ENDED))));
        assertThat(asking.ask(other)).isEqualTo(says(Effect.UNREVOKED));
        var path = "/lists/%s/%s.crl".formatted(ca.keyId(), Rows.MUNICIPALITY);
        assertThat(service.asked()).containsExactly(path, path + " unless \"1\"");
    }

    @Test
    void a_list_that_has_not_changed_is_not_sent_again() throws Exception {
        service.answers(list(signer, LATER, "\"1\""));
        asking.ask(listed);
        service.answers(Answer.of(304));

        assertThat(asking.ask(listed)).isEqualTo(says(Effect.ended(Reason.KEY_COMPROMISE, Optional.of(Rows.ENDED))));
    }

    @Test
    void a_list_that_no_verifier_would_take_is_no_answer() throws Exception {
        service.answers(list(TestCa.elliptic().listSigner(), LATER, "\"1\""));
        assertThat(asking.ask(listed)).as("signed by another").isEqualTo(REFUSES);
        service.answers(list(signer, NOW, "\"2\""));
        assertThat(asking.ask(listed)).as("over").isEqualTo(REFUSES);
        service.answers(Answer.of(200, "no list"));
        assertThat(asking.ask(listed)).as("no list").isEqualTo(REFUSES);
        service.answers(Answer.of(503));
        assertThat(asking.ask(listed)).isEqualTo(REFUSES);
    }

    @Test
    void where_no_list_was_made_yet_nothing_is_known() throws Exception {
        service.answers(Answer.of(404));

        assertThat(asking.ask(listed)).contains(new Observation.KnowsNothing());
    }

    @Test
    void a_list_beyond_the_bound_is_not_read_and_not_judged() throws Exception {
        service.answers(new Answer(200, Map.of(), new byte[10_001]));

        assertThat(asking.ask(listed)).isEmpty();
    }

    @Test
    void who_cannot_be_reached_does_not_answer() throws Exception {
        service.close();

        assertThat(asking.ask(listed)).isEqualTo(REFUSES);
    }

    private static Optional<Observation> says(Effect effect) {
        return Optional.of(new Observation.Says(effect, OptionalInt.empty()));
    }

    private Answer list(TestCa.Held by, Instant nextUpdate, String etag) {
        try {
            var holder = new JcaX509CertificateHolder(ca.certificate());
            var list = new X509v2CRLBuilder(holder.getSubject(), Date.from(NOW.minusSeconds(60)))
                    .setNextUpdate(Date.from(nextUpdate))
                    .addCRLEntry(listed.id().serialNumber(), Date.from(Rows.ENDED), Reason.KEY_COMPROMISE.code())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.key()));
            return new Answer(200, Map.of("ETag", etag), list.getEncoded());
        } catch (IOException | CertificateException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
