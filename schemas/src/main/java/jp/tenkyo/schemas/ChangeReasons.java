package jp.tenkyo.schemas;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import jp.tenkyo.avro.ChangeReason;

/**
 * The causes of a resident-record change (異動事由) and what the Standard (1.2.2) calls them. Numbers are each vendor's
 * own, so names are what exports carry.
 */
public final class ChangeReasons {

    private static final StandardNames<ChangeReason> NAMES = new StandardNames<>(Map.ofEntries(
            // Added to the record (記載).
            entry(ChangeReason.MOVED_IN, "国内転入"),
            entry(ChangeReason.MOVED_IN_FROM_ABROAD, "国外転入等"),
            entry(ChangeReason.BORN, "出生"),
            entry(ChangeReason.ENTERED_NATURALIZED, "職権記載(帰化等)"),
            entry(ChangeReason.ENTERED_NATIONALITY_LOST, "職権記載(国籍喪失)"),
            entry(ChangeReason.ENTERED_EX_OFFICIO, "職権記載"),
            // These two also count as removals; it is the same cause, under the same name.
            entry(ChangeReason.REWRITTEN, "改製"),
            entry(ChangeReason.RECREATED, "再製"),
            entry(ChangeReason.ANNULLED_REMOVAL, "異動の取消し(増)"),
            // Removed from it (消除).
            entry(ChangeReason.MOVED_OUT, "国内転出"),
            entry(ChangeReason.MOVED_ABROAD, "国外転出"),
            entry(ChangeReason.DIED, "死亡"),
            entry(ChangeReason.DELETED_NATURALIZED, "職権消除(帰化等)"),
            entry(ChangeReason.DELETED_NATIONALITY_LOST, "職権消除(国籍喪失)"),
            entry(ChangeReason.DELETED_EX_OFFICIO, "職権消除"),
            entry(ChangeReason.ANNULLED_ENTRY, "異動の取消し(減)"),
            // Changed in it (修正).
            entry(ChangeReason.MOVED_WITHIN_MUNICIPALITY, "転居"),
            entry(ChangeReason.MINOR_CORRECTION, "軽微な修正"),
            entry(ChangeReason.CORRECTED_EX_OFFICIO, "職権修正"),
            entry(ChangeReason.CORRECTED_ERROR, "誤記修正"),
            entry(ChangeReason.INDIVIDUAL_NUMBER_CHANGED, "個人番号の変更請求"),
            entry(ChangeReason.INDIVIDUAL_NUMBER_CORRECTED, "個人番号の職権修正"),
            entry(ChangeReason.INDIVIDUAL_NUMBER_ENTERED, "個人番号の職権記載"),
            entry(ChangeReason.RESIDENT_CODE_CHANGED, "住民票コードの変更請求"),
            entry(ChangeReason.RESIDENT_CODE_ENTERED, "住民票コードの職権記載"),
            entry(ChangeReason.HOUSEHOLD_SPLIT, "世帯分離"),
            entry(ChangeReason.HOUSEHOLD_MERGED, "世帯合併"),
            entry(ChangeReason.HOUSEHOLD_CHANGED, "世帯変更"),
            entry(ChangeReason.HOUSEHOLD_HEAD_CHANGED, "世帯主変更"),
            entry(ChangeReason.FORMER_SURNAME_ADDED, "旧氏の記載"),
            entry(ChangeReason.FORMER_SURNAME_CHANGED, "旧氏の変更"),
            entry(ChangeReason.FORMER_SURNAME_DELETED, "旧氏の削除"),
            entry(ChangeReason.ALIAS_ADDED, "通称の記載"),
            entry(ChangeReason.ALIAS_DELETED, "通称の削除"),
            entry(ChangeReason.ANNULLED_CORRECTION, "異動の取消し(修正)")));

    private ChangeReasons() {}

    /** The cause of that name; empty if the Standard knows none. */
    public static Optional<ChangeReason> named(String name) {
        return NAMES.named(name);
    }

    /** @throws IllegalArgumentException for UNKNOWN */
    public static String nameOf(ChangeReason reason) {
        return NAMES.nameOf(reason);
    }
}
