package jp.tenkyo.lifecycle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Table 2.1 of the rule book, row by row, and the paragraph on which changes concern a certificate. Each row is tried
 * with both kinds, certificates made from the same and from another municipality's record, every relation of numbers
 * and of days, and both orders of arrival.
 */
class TableOfChangesTest {

    /**
     * Columns: what it is | reason | changed | continued use | ends, where the same municipality's number is higher:
     * signing, authentication | ends, where another municipality's change counts from the day of making on: signing,
     * authentication | ends, where the same municipality's number is not higher but the record is deleted later:
     * signing. A dash keeps.
     */
    private static final String TABLE = """
        転居 moved within the municipality | MOVED_WITHIN_MUNICIPALITY | - | - | affiliationChanged | - | - | - | -
        転居, with its new address named | MOVED_WITHIN_MUNICIPALITY | ADDRESS | - | affiliationChanged | - | - | - | -
        国内転出 moved out | MOVED_OUT | - | - | affiliationChanged | - | - | - | affiliationChanged
        国内転入 moved in | MOVED_IN | - | - | affiliationChanged | - | affiliationChanged | - | -
        国外転入 moved in from abroad is as moved in | MOVED_IN_FROM_ABROAD | - | - | affiliationChanged | - | affiliationChanged | - | -
        国外転出 moved abroad with continued use | MOVED_ABROAD | - | true | affiliationChanged | - | affiliationChanged | - | -
        国外転出 moved abroad without continued use: the card lapses | MOVED_ABROAD | - | false | cessationOfOperation | cessationOfOperation | cessationOfOperation | cessationOfOperation | -
        死亡 died | DIED | - | - | cessationOfOperation | cessationOfOperation | cessationOfOperation | cessationOfOperation | -
        職権消除(帰化等) | DELETED_NATURALIZED | - | - | cessationOfOperation | cessationOfOperation | cessationOfOperation | cessationOfOperation | -
        職権消除(国籍喪失) | DELETED_NATIONALITY_LOST | - | - | cessationOfOperation | cessationOfOperation | cessationOfOperation | cessationOfOperation | -
        職権消除 | DELETED_EX_OFFICIO | - | - | cessationOfOperation | cessationOfOperation | cessationOfOperation | cessationOfOperation | -
        個人番号 changed: the card is replaced | INDIVIDUAL_NUMBER_CHANGED | - | - | cessationOfOperation | cessationOfOperation | cessationOfOperation | cessationOfOperation | -
        個人番号 corrected | INDIVIDUAL_NUMBER_CORRECTED | - | - | cessationOfOperation | cessationOfOperation | cessationOfOperation | cessationOfOperation | -
        旧氏 former surname added | FORMER_SURNAME_ADDED | - | - | affiliationChanged | - | - | - | -
        旧氏 former surname changed | FORMER_SURNAME_CHANGED | - | - | affiliationChanged | - | - | - | -
        旧氏 former surname deleted | FORMER_SURNAME_DELETED | - | - | affiliationChanged | - | - | - | -
        通称 alias added | ALIAS_ADDED | - | - | affiliationChanged | - | - | - | -
        通称 alias deleted | ALIAS_DELETED | - | - | affiliationChanged | - | - | - | -
        氏名 marriage and the like, corrected ex officio | CORRECTED_EX_OFFICIO | NAME | - | affiliationChanged | - | - | - | -
        職権修正 of the former surname | CORRECTED_EX_OFFICIO | FORMER_SURNAME | - | affiliationChanged | - | - | - | -
        職権修正 of the alias | CORRECTED_EX_OFFICIO | ALIAS | - | affiliationChanged | - | - | - | -
        職権修正 of the furigana alone keeps | CORRECTED_EX_OFFICIO | FURIGANA | - | - | - | - | - | -
        職権修正 of furigana and name | CORRECTED_EX_OFFICIO | FURIGANA NAME | - | affiliationChanged | - | - | - | -
        職権修正 of the address | CORRECTED_EX_OFFICIO | ADDRESS | - | affiliationChanged | - | - | - | -
        職権修正 only of building and room 方書 | CORRECTED_EX_OFFICIO | ADDRESS_SUPPLEMENT | - | affiliationChanged | - | - | - | -
        職権修正 of the date of birth | CORRECTED_EX_OFFICIO | DATE_OF_BIRTH | - | affiliationChanged | - | - | - | -
        職権修正 of the sex | CORRECTED_EX_OFFICIO | SEX | - | affiliationChanged | - | - | - | -
        誤記修正 of the name | CORRECTED_ERROR | NAME | - | affiliationChanged | - | - | - | -
        誤記修正 of the former surname | CORRECTED_ERROR | FORMER_SURNAME | - | affiliationChanged | - | - | - | -
        誤記修正 of the alias | CORRECTED_ERROR | ALIAS | - | affiliationChanged | - | - | - | -
        誤記修正 of the furigana alone keeps | CORRECTED_ERROR | FURIGANA | - | - | - | - | - | -
        誤記修正 of the address | CORRECTED_ERROR | ADDRESS | - | affiliationChanged | - | - | - | -
        誤記修正 only of building and room 方書 | CORRECTED_ERROR | ADDRESS_SUPPLEMENT | - | affiliationChanged | - | - | - | -
        誤記修正 of the date of birth | CORRECTED_ERROR | DATE_OF_BIRTH | - | affiliationChanged | - | - | - | -
        誤記修正 of the sex | CORRECTED_ERROR | SEX | - | affiliationChanged | - | - | - | -
        軽微な修正 minor correction | MINOR_CORRECTION | - | - | - | - | - | - | -
        軽微な修正 keeps whatever changed says | MINOR_CORRECTION | NAME ADDRESS DATE_OF_BIRTH SEX | - | - | - | - | - | -
        改製 rewritten keeps whatever changed says | REWRITTEN | NAME ADDRESS | - | - | - | - | - | -
        再製 recreated keeps whatever changed says | RECREATED | NAME ADDRESS | - | - | - | - | - | -
        出生 born | BORN | - | - | - | - | - | - | -
        出生 adds a record, so changed says nothing | BORN | NAME ADDRESS | - | - | - | - | - | -
        職権記載(帰化等) | ENTERED_NATURALIZED | NAME | - | - | - | - | - | -
        職権記載(国籍喪失) | ENTERED_NATIONALITY_LOST | NAME | - | - | - | - | - | -
        職権記載 | ENTERED_EX_OFFICIO | NAME | - | - | - | - | - | -
        個人番号の職権記載 | INDIVIDUAL_NUMBER_ENTERED | - | - | - | - | - | - | -
        住民票コード changed | RESIDENT_CODE_CHANGED | - | - | - | - | - | - | -
        住民票コード entered | RESIDENT_CODE_ENTERED | - | - | - | - | - | - | -
        世帯分離 household split | HOUSEHOLD_SPLIT | - | - | - | - | - | - | -
        世帯合併 household merged | HOUSEHOLD_MERGED | - | - | - | - | - | - | -
        世帯変更 household changed | HOUSEHOLD_CHANGED | - | - | - | - | - | - | -
        世帯主変更 head changed | HOUSEHOLD_HEAD_CHANGED | - | - | - | - | - | - | -
        世帯分離 with furigana keeps | HOUSEHOLD_SPLIT | FURIGANA | - | - | - | - | - | -
        世帯分離 that names an address: the attribute wins | HOUSEHOLD_SPLIT | ADDRESS | - | affiliationChanged | - | - | - | -
        世帯合併 that names building and room | HOUSEHOLD_MERGED | ADDRESS_SUPPLEMENT | - | affiliationChanged | - | - | - | -
        世帯変更 that names a name | HOUSEHOLD_CHANGED | NAME | - | affiliationChanged | - | - | - | -
        世帯主変更 that names an alias | HOUSEHOLD_HEAD_CHANGED | ALIAS | - | affiliationChanged | - | - | - | -
        住民票コード changed that names a sex | RESIDENT_CODE_CHANGED | SEX | - | affiliationChanged | - | - | - | -
        住民票コード entered that names a date of birth | RESIDENT_CODE_ENTERED | DATE_OF_BIRTH | - | affiliationChanged | - | - | - | -
        個人番号の職権記載 that names a name | INDIVIDUAL_NUMBER_ENTERED | NAME | - | affiliationChanged | - | - | - | -
        異動の取消し(増) a removal annulled ends nothing | ANNULLED_REMOVAL | - | - | - | - | - | - | -
        異動の取消し(減) an entry annulled is a record error, and keeps authentication | ANNULLED_ENTRY | - | - | affiliationChanged | - | - | - | -
        異動の取消し(修正) a correction annulled is a record error | ANNULLED_CORRECTION | NAME | - | affiliationChanged | - | - | - | -
        異動の取消し(修正) of the furigana alone keeps | ANNULLED_CORRECTION | FURIGANA | - | - | - | - | - | -
        """;

    /** The certificate is made from version 3 of its record at 10:00 on this day. */
    private static final String MADE_ON = "2026-03-10";

    private static final int MADE_FROM = 3;
    private static final List<String> DAYS = List.of("2026-03-09", MADE_ON, "2026-03-11");

    record Row(
            String sentence,
            ChangeReason reason,
            List<ChangedAttribute> changed,
            Optional<Boolean> continuedUse,
            List<String> ends) {

        static Row parse(String line) {
            var cells = Arrays.stream(line.split("\\|")).map(String::trim).toList();
            return new Row(
                    cells.get(0),
                    ChangeReason.valueOf(cells.get(1)),
                    cells.get(2).equals("-")
                            ? List.of()
                            : Arrays.stream(cells.get(2).split(" "))
                                    .map(ChangedAttribute::valueOf)
                                    .toList(),
                    cells.get(3).equals("-") ? Optional.empty() : Optional.of(Boolean.valueOf(cells.get(3))),
                    cells.subList(4, 9));
        }

        String endsOwn(Kind kind) {
            return ends.get(kind == Kind.SIGNING ? 0 : 1);
        }

        String endsElsewhere(Kind kind) {
            return ends.get(kind == Kind.SIGNING ? 2 : 3);
        }

        String endsOnDeletion(Kind kind) {
            // 国外転出 without continued use: the card lapses on that day, and all that it carries.
            return reason == ChangeReason.MOVED_ABROAD && continuedUse.equals(Optional.of(false))
                    ? endsOwn(kind)
                    : kind == Kind.SIGNING ? ends.get(4) : "-";
        }

        Changed at(String municipality, int number, String day) {
            return Changed.because(reason)
                    .at(municipality, number)
                    .touching(changed.toArray(ChangedAttribute[]::new))
                    .continuedUse(continuedUse)
                    .on(day);
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().map(Row::parse);
    }

    @Test
    void every_reason_has_a_row() {
        assertThat(rows().map(Row::reason)).contains(ChangeReason.values());
    }

    @TestFactory
    Stream<DynamicTest> in_the_same_municipality_the_higher_number_decides() {
        return rows().map(row -> dynamicTest(row.sentence(), () -> {
            for (var kind : Kind.values()) {
                for (var day : DAYS) {
                    var late = day.compareTo(MADE_ON) > 0;
                    var notHigher = late ? row.endsOnDeletion(kind) : "-";
                    assertEnds(kind, row.at(Changed.CHITOSE, MADE_FROM - 1, day), notHigher);
                    assertEnds(kind, row.at(Changed.CHITOSE, MADE_FROM, day), notHigher);
                    assertEnds(kind, row.at(Changed.CHITOSE, MADE_FROM + 1, day), row.endsOwn(kind));
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> of_another_municipality_the_day_decides_and_never_the_number() {
        return rows().map(row -> dynamicTest(row.sentence(), () -> {
            for (var kind : Kind.values()) {
                for (var number : List.of(MADE_FROM - 1, MADE_FROM, MADE_FROM + 1)) {
                    for (var day : DAYS) {
                        var early = day.compareTo(MADE_ON) < 0;
                        assertEnds(kind, row.at(Changed.SAPPORO, number, day), early ? "-" : row.endsElsewhere(kind));
                    }
                }
            }
        }));
    }

    private static void assertEnds(Kind kind, Changed changed, String reason) {
        var made = Made.of(kind, "1")
                .from(Changed.CHITOSE, MADE_FROM)
                .made(MADE_ON)
                .until("2031-02-17");
        var expected = reason.equals("-") ? "GOOD v1" : "REVOKED " + reason + " v2";
        assertThat(story().given(made).when(changed).stateOf("1"))
                .as("%s, certificate first, then %s", kind, changed.change())
                .isEqualTo(expected);
        assertThat(story().when(changed).when(made).stateOf("1"))
                .as("%s, first %s, then the certificate", kind, changed.change())
                .isEqualTo(expected);
    }

    /** Before the timer of any of the move-outs fires. */
    private static Story story() {
        return Story.begin().at("2026-03-12T10:00");
    }
}
