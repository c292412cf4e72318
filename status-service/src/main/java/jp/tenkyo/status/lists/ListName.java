package jp.tenkyo.status.lists;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.tenkyo.status.core.StatusRow;

/**
 * Which of an issuer's lists.
 *
 * @param text {@code full}, {@code delta}, or a municipality's code; safe as the name of a folder
 */
record ListName(String text) implements Comparable<ListName> {

    static final ListName FULL = new ListName("full");
    /** What has changed since the full one. */
    static final ListName DELTA = new ListName("delta");

    private static final Pattern MUNICIPALITY = Pattern.compile("\\d{6}");

    /** Empty for what is no code: such a certificate is on the full list alone. */
    static Optional<ListName> ofMunicipality(String code) {
        return MUNICIPALITY.matcher(code).matches() ? Optional.of(new ListName(code)) : Optional.empty();
    }

    static Optional<ListName> parse(String text) {
        return switch (text) {
            case "full" -> Optional.of(FULL);
            case "delta" -> Optional.of(DELTA);
            default -> ofMunicipality(text);
        };
    }

    boolean isOfMunicipality() {
        return !equals(FULL) && !equals(DELTA);
    }

    boolean covers(StatusRow row) {
        return !isOfMunicipality() || text.equals(row.municipality());
    }

    @Override
    public int compareTo(ListName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
