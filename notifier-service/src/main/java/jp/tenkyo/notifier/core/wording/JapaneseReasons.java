package jp.tenkyo.notifier.core.wording;

import java.util.Set;
import java.util.stream.Collectors;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.notifier.core.Notice;

/** The kind of change (異動事由) as the reason in a sentence. */
final class JapaneseReasons {

    private JapaneseReasons() {}

    /** Such as 転居により住所が変わったため、; empty where no change revoked. */
    static String because(Notice notice) {
        var reason = notice.changeReason();
        return reason == null || reason == ChangeReason.UNKNOWN ? "" : clause(reason, notice) + "ため、";
    }

    private static String clause(ChangeReason reason, Notice notice) {
        var changed = notice.changed();
        return switch (reason) {
            case MOVED_WITHIN_MUNICIPALITY -> "転居により住所が変わった";
            case MOVED_IN -> "転入により住所が変わった";
            case MOVED_IN_FROM_ABROAD -> "国外からの転入により新たに住民票が作成された";
            case MOVED_OUT -> "転出により住民票が消除された";
            case MOVED_ABROAD ->
                notice.names(CertificateKind.AUTHENTICATION) ? "マイナンバーカードの継続利用の手続きをされずに国外へ転出された" : "国外への転出により住民票が消除された";
            case DELETED_NATURALIZED -> "帰化等に伴い、これまでの住民票が消除された";
            case DELETED_NATIONALITY_LOST -> "国籍の喪失に伴い、これまでの住民票が消除された";
            case DELETED_EX_OFFICIO -> "住民票が職権により消除された";
            case INDIVIDUAL_NUMBER_CHANGED -> "個人番号が変更され、マイナンバーカードが切り替わる";
            case INDIVIDUAL_NUMBER_CORRECTED -> "個人番号が訂正され、マイナンバーカードが切り替わる";
            case FORMER_SURNAME_ADDED -> "住民票に旧氏（旧姓）が記載された";
            case FORMER_SURNAME_CHANGED -> "住民票の旧氏（旧姓）が変更された";
            case FORMER_SURNAME_DELETED -> "住民票の旧氏（旧姓）が削除された";
            case ALIAS_ADDED -> "住民票に通称が記載された";
            case ALIAS_DELETED -> "住民票の通称が削除された";
            case CORRECTED_ERROR -> "住民票の" + attributes(changed) + "が訂正された";
            case ANNULLED_CORRECTION -> "異動の取消しにより、住民票の" + attributes(changed) + "が改められた";
            default -> "住民票の" + attributes(changed) + (onlyCorrectable(changed) ? "が訂正された" : "が変更された");
        };
    }

    /** Date of birth and sex are not changed by an event of life as a name or address is: the record is put right. */
    private static boolean onlyCorrectable(Set<ChangedAttribute> changed) {
        return !changed.isEmpty()
                && Set.of(ChangedAttribute.DATE_OF_BIRTH, ChangedAttribute.SEX).containsAll(changed);
    }

    static String attributes(Set<ChangedAttribute> changed) {
        var names = changed.stream()
                .sorted()
                .map(JapaneseReasons::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("、"));
        return names.isEmpty() ? "記載事項" : names;
    }

    private static String name(ChangedAttribute attribute) {
        return switch (attribute) {
            case NAME -> "氏名";
            case FORMER_SURNAME -> "旧氏（旧姓）";
            case ALIAS -> "通称";
            case ADDRESS -> "住所";
            case ADDRESS_SUPPLEMENT -> "方書（建物名・部屋番号）";
            case DATE_OF_BIRTH -> "生年月日";
            case SEX -> "性別";
            // Furigana end no certificate, so they are never a reason.
            case FURIGANA, UNKNOWN -> "";
        };
    }
}
