package jp.tenkyo.notifier.core.wording;

import java.util.List;

/** A piece of a mail, before it is plain text or HTML. */
public sealed interface Block {

    record Paragraph(String text) implements Block {}

    record Heading(String text) implements Block {}

    record Bullets(List<String> items) implements Block {

        public Bullets {
            items = List.copyOf(items);
        }
    }
}
