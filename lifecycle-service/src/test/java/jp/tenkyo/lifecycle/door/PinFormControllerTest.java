package jp.tenkyo.lifecycle.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class PinFormControllerTest {

    private final MockMvcTester http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new PinFormController())
            .setControllerAdvice(new Problems())
            .build());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CARD           | 0123    | {'wellFormed':true,'problems':[]}",
                "AUTHENTICATION | 0123    | {'wellFormed':true,'problems':[]}",
                "SIGNING        | ABCDE1  | {'wellFormed':true,'problems':[]}",
                "CARD           | 012     | {'wellFormed':false,'problems':['TOO_SHORT']}",
                "AUTHENTICATION | 0123A   | {'wellFormed':false,'problems':['TOO_LONG','NOT_DIGITS']}",
                "SIGNING        | abc     | {'wellFormed':false,'problems':['TOO_SHORT','LETTER_NOT_CAPITAL','DIGIT_MISSING']}",
            })
    void the_answer_says_what_is_wrong_with_the_form(String pin, String value, String answer) {
        assertThat(post("{\"pin\": \"" + pin + "\", \"value\": \"" + value + "\"}"))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .bodyJson()
                .isStrictlyEqualTo(answer.replace('\'', '"'));
    }

    @Test
    void an_empty_pin_is_too_short() {
        assertThat(post("{\"pin\": \"CARD\", \"value\": \"\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.problems")
                .asArray()
                .containsExactly("TOO_SHORT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"value\": \"0123\"}                                   | pin   | MISSING",
                "{\"pin\": \"SIM\", \"value\": \"0123\"}                 | pin   | UNKNOWN_SYMBOL",
                "{\"pin\": \"CARD\"}                                     | value | MISSING",
                "{\"pin\": \"CARD\", \"value\": null}                    | value | MISSING",
                "{\"pin\": \"CARD\", \"value\": 123}                     | value | NOT_A_TEXT",
                "{\"pin\": \"CARD\", \"value\": [\"0123\"]}              | value | NOT_A_TEXT",
                "{\"pin\": \"CARD\", \"value\": \"0123\", \"0123\": \"\"}| ~~    | UNKNOWN_FIELD",
                "[{\"pin\": \"CARD\", \"value\": \"0123\"}]              | ~~    | NOT_AN_OBJECT",
            })
    void a_wrong_request_is_named_without_anything_that_was_sent(String body, String field, String code) {
        assertThat(post(body))
                .hasStatus(422)
                .bodyText()
                .contains("\"index\":0,\"field\":\"" + field + "\",\"code\":\"" + code + "\"")
                .doesNotContain("123");
    }

    @Test
    void what_is_no_json_or_too_long_is_refused() {
        assertThat(post("{\"pin\": ")).hasStatus(400);
        var fitting = "{\"pin\": \"CARD\", \"value\": \"\"}".length();
        assertThat(post(withValueOf(PinFormController.BYTES_MAX - fitting))).hasStatusOk();
        assertThat(post(withValueOf(PinFormController.BYTES_MAX - fitting + 1))).hasStatus(413);
    }

    private static String withValueOf(int length) {
        return "{\"pin\": \"CARD\", \"value\": \"" + "1".repeat(length) + "\"}";
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/pin-forms")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
