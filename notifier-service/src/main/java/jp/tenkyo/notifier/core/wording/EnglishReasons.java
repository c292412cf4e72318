package jp.tenkyo.notifier.core.wording;

import java.util.Set;
import java.util.stream.Collectors;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.notifier.core.Notice;

/** The kind of change as the reason in a sentence. */
final class EnglishReasons {

    private EnglishReasons() {}

    /** Such as "because your address changed when you moved within the municipality"; empty where no change revoked. */
    static String because(Notice notice) {
        var reason = notice.changeReason();
        return reason == null || reason == ChangeReason.UNKNOWN ? "" : " because " + clause(reason, notice);
    }

    private static String clause(ChangeReason reason, Notice notice) {
        var changed = notice.changed();
        return switch (reason) {
            case MOVED_WITHIN_MUNICIPALITY -> "your address changed when you moved within the municipality (転居)";
            case MOVED_IN -> "your address changed when you moved in (転入)";
            case MOVED_IN_FROM_ABROAD -> "a new resident record was made when you moved in from abroad (国外転入)";
            case MOVED_OUT -> "your resident record was closed when you moved out (転出)";
            case MOVED_ABROAD ->
                notice.names(CertificateKind.AUTHENTICATION)
                        ? "you moved abroad (国外転出) without filing for continued use (継続利用) of your card"
                        : "your resident record was closed when you moved abroad (国外転出)";
            case DELETED_NATURALIZED -> "your earlier resident record was closed on naturalization (帰化等)";
            case DELETED_NATIONALITY_LOST -> "your earlier resident record was closed on loss of nationality (国籍喪失)";
            case DELETED_EX_OFFICIO -> "your resident record was closed ex officio (職権消除)";
            case INDIVIDUAL_NUMBER_CHANGED, INDIVIDUAL_NUMBER_CORRECTED ->
                "your Individual Number changed and your card is being replaced";
            case FORMER_SURNAME_ADDED -> "a former surname (旧氏) was added to your resident record";
            case FORMER_SURNAME_CHANGED -> "the former surname (旧氏) on your resident record changed";
            case FORMER_SURNAME_DELETED -> "the former surname (旧氏) was removed from your resident record";
            case ALIAS_ADDED -> "an alias (通称) was added to your resident record";
            case ALIAS_DELETED -> "the alias (通称) was removed from your resident record";
            case CORRECTED_ERROR -> attributes(changed) + " on your resident record was corrected";
            default -> attributes(changed) + " on your resident record changed";
        };
    }

    static String attributes(Set<ChangedAttribute> changed) {
        var names = changed.stream()
                .sorted()
                .map(EnglishReasons::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "an entry" : "the entry for " + names;
    }

    private static String name(ChangedAttribute attribute) {
        return switch (attribute) {
            case NAME -> "name (氏名)";
            case FORMER_SURNAME -> "former surname (旧氏)";
            case ALIAS -> "alias (通称)";
            case ADDRESS -> "address (住所)";
            case ADDRESS_SUPPLEMENT -> "building and room (方書)";
            case DATE_OF_BIRTH -> "date of birth (生年月日)";
            case SEX -> "sex (性別)";
            case FURIGANA, UNKNOWN -> "";
        };
    }
}
