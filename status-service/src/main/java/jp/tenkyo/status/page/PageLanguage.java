package jp.tenkyo.status.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which language somebody is answered in. */
public final class PageLanguage {

    private static final Pattern ASKED = Pattern.compile("(?:^|&)lang=(ja|en)(?:&|$)");

    private PageLanguage() {}

    /**
     * What the address says, else the first of ours that the browser asks for, else Japanese. The address is read as
     * text: where an upload is too large, the parameters are not read at all.
     */
    public static Locale of(HttpServletRequest request) {
        var query = request.getQueryString();
        var asked = ASKED.matcher(query == null ? "" : query);
        return asked.find() ? Locale.of(asked.group(1)) : accepted(request.getHeader("Accept-Language"));
    }

    private static Locale accepted(@Nullable String header) {
        try {
            var wanted = header == null
                    ? null
                    : Locale.lookup(Locale.LanguageRange.parse(header), List.of(Locale.JAPANESE, Locale.ENGLISH));
            return wanted == null ? Locale.JAPANESE : wanted;
        } catch (IllegalArgumentException malformed) {
            return Locale.JAPANESE;
        }
    }
}
