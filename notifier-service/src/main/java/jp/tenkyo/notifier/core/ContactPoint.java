package jp.tenkyo.notifier.core;

import java.util.List;
import jp.tenkyo.avro.Channel;
import jp.tenkyo.avro.Language;
import org.jspecify.annotations.Nullable;

/** Where a holder can be reached. Personal: never logged, and {@code toString} says nothing of it. */
public record ContactPoint(@Nullable String mail, @Nullable Postal postal, Language language, Channel channel) {

    public record Postal(String postcode, List<String> lines) {

        public Postal {
            lines = List.copyOf(lines);
        }

        @Override
        public String toString() {
            return "Postal[…]";
        }
    }

    @Override
    public String toString() {
        return "ContactPoint[…]";
    }
}
