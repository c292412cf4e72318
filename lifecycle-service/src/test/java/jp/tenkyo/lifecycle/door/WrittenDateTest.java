package jp.tenkyo.lifecycle.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 2026-04-01",
        "2026/4/1, 2026-04-01",
        "20260401, 2026-04-01",
        "令和8年4月1日, 2026-04-01",
        "令和 8年 4月 1日, 2026-04-01",
        "R8.4.1, 2026-04-01",
        "r08.04.01, 2026-04-01",
        "R8/4/1, 2026-04-01",
        "R8-4-1, 2026-04-01",
        "Ｒ８．４．１, 2026-04-01",
        "令和８年４月１日, 2026-04-01",
        "㋿8年4月1日, 2026-04-01",
        "令和元年5月1日, 2019-05-01",
        "R1.5.1, 2019-05-01",
        "平成31年4月30日, 2019-04-30",
        "H元.1.8, 1989-01-08",
        "平成元年1月8日, 1989-01-08",
        "昭和64年1月7日, 1989-01-07",
        "S1.12.25, 1926-12-25",
        "大正15年12月24日, 1926-12-24",
        "T1.7.30, 1912-07-30",
        "明治45年7月29日, 1912-07-29",
        "M6.1.1, 1873-01-01",
        "R6.2.29, 2024-02-29",
    })
    void a_date_is_read_however_it_is_written(String text, LocalDate date) {
        assertThat(WrittenDate.read(text)).isEqualTo(new WrittenDate.Read(date));
    }

    @ParameterizedTest
    @CsvSource({
        "平成31年5月1日, 令和元年5月1日",
        "H38.4.1, 令和8年4月1日",
        "令和元年4月30日, 平成31年4月30日",
        "昭和64年1月8日, 平成元年1月8日",
        "大正15年12月25日, 昭和元年12月25日",
        "明治45年7月30日, 大正元年7月30日",
    })
    void a_date_beyond_its_era_is_refused_with_the_right_one(String text, String right) {
        assertThat(WrittenDate.read(text)).isEqualTo(new WrittenDate.OutsideEra(right));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "令和7年2月29日",
                "令和0年5月1日",
                "慶応3年1月1日",
                "R8.13.1",
                "8.4.1",
                "2026-4",
                "2026",
                "R8",
                "April 1",
                "99999-01-01",
                "平成31年4月31日"
            })
    void what_is_no_date_of_the_calendar_is_unreadable(String text) {
        assertThat(WrittenDate.read(text)).isEqualTo(new WrittenDate.Unreadable());
    }
}
