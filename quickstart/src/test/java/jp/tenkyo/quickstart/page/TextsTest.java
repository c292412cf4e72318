package jp.tenkyo.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void both_languages_have_the_same_texts() throws IOException {
        assertThat(texts("ja").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts("en").stringPropertyNames());
    }

    @Test
    void the_browser_s_first_language_of_ours_is_taken() {
        assertThat(Language.accepted("de-CH, ja;q=0.8, en;q=0.5")).isEqualTo(Language.JA);
        assertThat(Language.accepted("fr")).isEqualTo(Language.EN);
        assertThat(Language.accepted("%%%")).isEqualTo(Language.EN);
        assertThat(Language.accepted(null)).isEqualTo(Language.EN);
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(TextsTest.class.getResourceAsStream("/pages/texts_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
