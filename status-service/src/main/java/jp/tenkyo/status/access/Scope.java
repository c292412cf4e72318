package jp.tenkyo.status.access;

import java.util.Set;
import java.util.regex.Pattern;

/** What a permission is named by, and the form of its values. */
public enum Scope {
    ISSUERS("40 lower-case hex digits", "[0-9a-f]{40}"),
    KINDS("SIGNING or AUTHENTICATION", "SIGNING|AUTHENTICATION"),
    MUNICIPALITIES("six digits", "[0-9]{6}");

    private static final int NAMED_MAX = 2_000;

    private final String form;
    private final Pattern pattern;

    Scope(String form, String pattern) {
        this.form = form;
        this.pattern = Pattern.compile(pattern);
    }

    /** For whoever wrote something else. */
    public String form() {
        return form;
    }

    /** Whether each is of that form or {@code *}, and there are some. */
    public boolean fits(Set<String> values) {
        return !values.isEmpty()
                && values.size() <= NAMED_MAX
                && values.stream()
                        .allMatch(value -> value.equals(Choice.ALL)
                                || pattern.matcher(value).matches());
    }
}
