package jp.tenkyo.notifier.core.wording;

/**
 * How a mail names a municipality and its counter.
 *
 * @param ja name, such as 千歳市
 * @param en name in English
 * @param counterJa counter for certificates of individuals
 * @param counterEn the same in English
 */
public record Municipality(String ja, String en, String counterJa, String counterEn) {

    public static final String COUNTER_JA = "市民課窓口";
    public static final String COUNTER_EN = "Citizens' Section (市民課)";

    /** For a code that no setting names. */
    public static final Municipality NOT_NAMED = new Municipality(
            "お住まいの市区町村", "your municipality", "電子証明書の担当窓口（市民課など）", "counter for certificates (市民課 or similar)");
}
