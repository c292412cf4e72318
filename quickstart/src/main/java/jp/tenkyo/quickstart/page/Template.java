package jp.tenkyo.quickstart.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with gaps: <code>{{name}}</code> takes a value, or else the text of that name in the page's language, escaped;
 * <code>{{&amp;name}}</code> takes a value that is markup already.
 */
public final class Template {

    private static final Pattern GAP = Pattern.compile("\\{\\{(&?)([\\w.-]+)}}");

    private final String markup;

    private Template(String markup) {
        this.markup = markup;
    }

    public static Template named(String name) {
        try (var stream = Template.class.getResourceAsStream("/pages/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no page " + name);
            }
            return new Template(new String(stream.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String fill(Language language, Map<String, String> values) {
        return GAP.matcher(markup).replaceAll(gap -> {
            var value = values.get(gap.group(2));
            var text = value == null ? language.text(gap.group(2)) : value;
            return Matcher.quoteReplacement(gap.group(1).isEmpty() ? escape(text) : text);
        });
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
