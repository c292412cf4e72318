package jp.tenkyo.status.ocsp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.table.Found;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

    private static final CertificateId ID = Rows.id("1");
    private static final byte[] REQUEST = "asks about it".getBytes(UTF_8);

    private final AnswerCache cache = new AnswerCache(10);

    @Test
    void the_bytes_of_a_request_lead_to_the_answer_that_its_form_has_now_and_to_none_once_the_event_has_come() {
        cache.remember(REQUEST, ID, CertIdForm.SHA1);
        assertThat(cache.find(REQUEST)).isEmpty();

        var first = answer(1);
        cache.keep(ID, CertIdForm.SHA1, first, () -> true);
        assertThat(cache.find(REQUEST.clone())).containsSame(first);
        assertThat(cache.find("asks about it, and more".getBytes(UTF_8))).isEmpty();

        cache.changed(List.of(), Set.of(ID));
        assertThat(cache.find(REQUEST)).isEmpty();
        var second = answer(2);
        cache.keep(ID, CertIdForm.SHA1, second, () -> true);
        assertThat(cache.find(REQUEST)).containsSame(second);
    }

    @Test
    void another_form_of_the_request_is_no_way_to_its_answer() {
        cache.remember(REQUEST, ID, CertIdForm.SHA256);
        cache.keep(ID, CertIdForm.SHA1, answer(1), () -> true);

        assertThat(cache.find(REQUEST)).isEmpty();
    }

    @Test
    void a_request_that_a_stranger_made_long_is_not_remembered() {
        var padded = new byte[10_000];
        cache.remember(padded, ID, CertIdForm.SHA1);
        cache.keep(ID, CertIdForm.SHA1, answer(1), () -> true);

        assertThat(cache.find(padded)).isEmpty();
    }

    private static Answer answer(int version) {
        return new Answer(
                new byte[] {(byte) version}, new Found.Known(Rows.good(ID, version)), Rows.ENDED, Rows.NOT_AFTER);
    }
}
