package jp.tenkyo.notifier.core.wording;

import java.util.List;

/**
 * What a mail says.
 *
 * @param language BCP 47 tag
 * @param subject without personal data: subjects show on lock screens and in logs
 */
public record MailText(String language, String subject, List<Block> blocks) {

    public MailText {
        blocks = List.copyOf(blocks);
    }
}
