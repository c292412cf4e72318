package jp.tenkyo.notifier.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageIdTest {

    @Test
    void the_same_notice_has_the_same_id_and_another_has_another() {
        var id = MessageId.of("h-1/CARD/EXPIRED/2026-11-22", "notices.example");

        assertThat(id)
                .isEqualTo(MessageId.of("h-1/CARD/EXPIRED/2026-11-22", "notices.example"))
                .isNotEqualTo(MessageId.of("h-2/CARD/EXPIRED/2026-11-22", "notices.example"))
                .matches("<[0-9a-v]{52}@notices\\.example>");
    }

    @Test
    void the_holder_cannot_be_read_from_it() {
        assertThat(MessageId.of("h-1/CARD/EXPIRED/2026-11-22", "notices.example"))
                .doesNotContain("h-1", "EXPIRED");
    }
}
