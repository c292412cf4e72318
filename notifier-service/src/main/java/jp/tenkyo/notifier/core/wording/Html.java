package jp.tenkyo.notifier.core.wording;

import java.util.stream.Collectors;

/**
 * A mail as HTML: no link, image, script or remote part, so that nobody learns to click in mails about certificates.
 */
public final class Html {

    private static final String FONT =
            "font-family:'Hiragino Sans','Yu Gothic','Meiryo','Noto Sans JP',sans-serif;line-height:1.8;color:#222";

    private Html() {}

    public static String of(MailText mail) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="UTF-8">
                <title>%s</title>
                </head>
                <body style="%s">
                <div style="max-width:40em;margin:0 auto;padding:1em">
                %s
                </div>
                </body>
                </html>
                """.formatted(
                        escaped(mail.language()),
                        escaped(mail.subject()),
                        FONT,
                        mail.blocks().stream().map(Html::ofBlock).collect(Collectors.joining("\n")));
    }

    private static String ofBlock(Block block) {
        return switch (block) {
            case Block.Paragraph(var text) -> "<p>" + escaped(text) + "</p>";
            case Block.Heading(var text) -> "<h2 style=\"font-size:1.1em;margin-top:1.6em\">" + escaped(text) + "</h2>";
            case Block.Bullets(var items) ->
                items.stream()
                        .map(item -> "<li>" + escaped(item) + "</li>")
                        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
        };
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
