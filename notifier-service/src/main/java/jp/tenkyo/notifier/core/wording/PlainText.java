package jp.tenkyo.notifier.core.wording;

import java.util.stream.Collectors;

/** A mail as plain text, lines ended by LF. */
public final class PlainText {

    private PlainText() {}

    public static String of(MailText mail) {
        return mail.blocks().stream()
                        .map(block -> ofBlock(block, mail.language()))
                        .collect(Collectors.joining("\n\n")) + "\n";
    }

    private static String ofBlock(Block block, String language) {
        return switch (block) {
            case Block.Paragraph(var text) -> text;
            case Block.Heading(var text) -> "en".equals(language) ? "== " + text + " ==" : "■ " + text;
            case Block.Bullets(var items) ->
                items.stream()
                        .map(item -> ("en".equals(language) ? "- " : "・") + item)
                        .collect(Collectors.joining("\n"));
        };
    }
}
