package jp.tenkyo.lifecycle.door;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in Japanese, to the people at the counter, why a row was refused. */
final class JapaneseReasons {

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("MISSING", "必須項目が空です"),
            Map.entry("TOO_LONG", "長すぎます"),
            Map.entry("EVENT_ID_INVALID", "印字可能なASCII文字1~128字で指定してください"),
            Map.entry("HOLDER_ID_INVALID", "英数字と . _ - の1~64字で指定してください"),
            Map.entry("MUNICIPALITY_INVALID", "検査数字を含む6桁のコードではありません(先頭の0も必要です)"),
            Map.entry("RECORD_NUMBER_INVALID", "1以上の番号で指定してください"),
            Map.entry("CHANGED_MISSING", "この異動事由では異動項目が必要です"),
            Map.entry("EVENT_DATE_AFTER_PROCESSED_DATE", "処理日より後の日付です(転出以外は認められません)"),
            Map.entry("PROCESSED_DATE_IN_FUTURE", "処理日が未来の日付です"),
            Map.entry("PLANNED_MOVE_OUT_DATE_NOT_APPLICABLE", "転出以外の異動には指定できません"),
            Map.entry("CONTINUED_USE_MISSING", "国外転出では「有」か「無」が必要です"),
            Map.entry("CONTINUED_USE_NOT_APPLICABLE", "国外転出以外の異動には指定できません"));

    private JapaneseReasons() {}

    static String of(List<Fault> faults) {
        return faults.stream().map(JapaneseReasons::of).collect(Collectors.joining(" / "));
    }

    private static String of(Fault fault) {
        return CsvColumn.headingOf(fault.field()) + ": " + BY_CODE.getOrDefault(fault.code(), fault.detail());
    }
}
