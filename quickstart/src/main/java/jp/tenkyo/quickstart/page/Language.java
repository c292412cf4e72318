package jp.tenkyo.quickstart.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** A language that the pages speak. */
public enum Language {
    JA(Locale.JAPANESE),
    EN(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle texts;

    Language(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "pages.texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The first of ours that the header Accept-Language asks for, else English. */
    public static Language accepted(@Nullable String header) {
        if (header == null) {
            return EN;
        }
        try {
            var wanted = Locale.lookup(Locale.LanguageRange.parse(header), List.of(JA.locale, EN.locale));
            return wanted == null ? EN : tagged(wanted.getLanguage()).orElse(EN);
        } catch (IllegalArgumentException malformed) {
            return EN;
        }
    }

    public String tag() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == JA ? EN : JA;
    }

    /** @throws MissingResourceException if the pages have no such text */
    public String text(String key) {
        return texts.getString(key);
    }
}
