package jp.tenkyo.notifier.sending;

import java.util.Map;
import jp.tenkyo.avro.Language;
import jp.tenkyo.notifier.core.Notice;
import jp.tenkyo.notifier.core.wording.Composition;
import jp.tenkyo.notifier.core.wording.MailText;
import jp.tenkyo.notifier.core.wording.Municipality;

/** @param municipalities by code; a code that is not in it is named in general words */
public record Letters(Map<String, Municipality> municipalities) {

    public Letters {
        municipalities = Map.copyOf(municipalities);
    }

    MailText of(Notice notice, Language language) {
        var municipality = municipalities.getOrDefault(notice.municipality(), Municipality.NOT_NAMED);
        return Composition.of(notice, municipality, language);
    }
}
