package jp.tenkyo.status.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import jp.tenkyo.status.Rows;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final Cursor CURSOR = new Cursor(Cursor.topic("a-topic"), List.of(0L, 7L, Long.MAX_VALUE));

    @Test
    void a_cursor_that_comes_back_is_what_was_given_out() {
        assertThat(Cursor.parse(CURSOR.text())).contains(CURSOR);
        assertThat(CURSOR.text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void a_page_token_that_comes_back_is_what_was_given_out_and_no_cursor() {
        var token = new PageToken(CURSOR, Rows.id("abc"));

        assertThat(PageToken.parse(token.text())).contains(token);
        assertThat(Cursor.parse(token.text())).isEmpty();
        assertThat(PageToken.parse(CURSOR.text())).isEmpty();
    }

    @Test
    void what_was_cut_off_changed_or_made_up_is_no_cursor() {
        var text = CURSOR.text();
        for (var length = 0; length < text.length(); length++) {
            assertThat(Cursor.parse(text.substring(0, length))).isEmpty();
            var changed = text.charAt(length) == 'A' ? 'B' : 'A';
            var other = text.substring(0, length) + changed + text.substring(length + 1);
            // Base64's last letter has bits that mean nothing.
            assertThat(Cursor.parse(other).filter(cursor -> !cursor.equals(CURSOR)))
                    .isEmpty();
        }
        assertThat(Cursor.parse("ü€")).isEmpty();
        assertThat(Cursor.parse("A".repeat(1_000_000))).isEmpty();
        assertThat(Cursor.parse(new Cursor(1, List.of(-1L)).text())).isEmpty();
        assertThat(Cursor.parse(new Cursor(1, List.of()).text())).isEmpty();
    }

    @Test
    void no_bytes_break_the_reading() {
        var random = new Random(4);
        for (var round = 0; round < 20_000; round++) {
            var bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = (byte) random.nextInt(4);
            }
            var text = Sealed.write(bytes);
            Cursor.parse(text).ifPresent(cursor -> assertThat(cursor.text()).isEqualTo(text));
            PageToken.parse(text).ifPresent(token -> assertThat(token.after()).isNotNull());
        }
    }
}
