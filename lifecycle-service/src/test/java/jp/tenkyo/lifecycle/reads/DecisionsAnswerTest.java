package jp.tenkyo.lifecycle.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The answers of GET /decisions, and of a holder's PINs. */
class DecisionsAnswerTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final DecisionView DECISION = new DecisionView(
            "abcdef0123456789abcdef0123456789abcdef01:a1", "h-1", "DATE_OF_BIRTH_NEEDS_DECISION", NOW, "r-1");

    private final List<String> asked = new ArrayList<>();
    private final MockMvcTester http = MockMvcTester.create(
            MockMvcBuilders.standaloneSetup(new ReadsController(new Known(), InstantSource.fixed(NOW)))
                    .build());

    @Test
    void a_page_has_a_hundred_unless_told_otherwise_and_no_date_of_birth() {
        assertThat(http.get().uri("/decisions"))
                .hasStatusOk()
                .hasHeader("Tenkyo-Records-Behind", "7")
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"decisions": [{"certificateId": "abcdef0123456789abcdef0123456789abcdef01:a1",
                                        "holderId": "h-1", "finding": "DATE_OF_BIRTH_NEEDS_DECISION",
                                        "since": "2026-04-01T00:00:00Z", "inputId": "r-1"}],
                         "next": null, "partitions": [0, 2], "elsewhere": ["other:8081"]}""");
        assertThat(asked).containsExactly(" 100");
    }

    @Test
    void the_next_page_is_asked_for_with_next() {
        assertThat(http.get().uri("/decisions?limit=500&after={key}", DECISION.key()))
                .hasStatusOk();
        assertThat(asked).containsExactly(DECISION.key() + " 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "after=~", "after=0", "after=a/b"})
    void a_page_that_cannot_be_is_a_bad_request(String query) {
        assertThat(http.get().uri("/decisions?" + query)).hasStatus(400);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_holder_has_pins_by_carrier_and_pin() {
        assertThat(http.get().uri("/holders/h-1")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                        {"holderId": "h-1", "certificates": [],
                         "pins": [{"pin": "AUTHENTICATION", "carrier": "CARD", "failures": 0, "locked": false},
                                  {"pin": "SIGNING", "carrier": "CARD", "failures": 5, "locked": true},
                                  {"pin": "SIGNING", "carrier": "PHONE", "failures": 1, "locked": false}]}""");
    }

    private final class Known implements Reads {

        @Override
        public Optional<CertificateView> certificate(String certificateId) {
            return Optional.empty();
        }

        @Override
        public Optional<HolderRecord> holder(String holderId) {
            return Optional.of(HolderRecord.NONE
                    .with(new PinView("SIGNING", "PHONE", 1, false))
                    .with(new PinView("SIGNING", "CARD", 5, true))
                    .with(new PinView("AUTHENTICATION", "CARD", 0, false)));
        }

        @Override
        public List<TimelineStep> timeline(String holderId) {
            return List.of();
        }

        @Override
        public DecisionPage decisions(String after, int size) {
            asked.add(after + " " + size);
            return DecisionPage.of(List.of(DECISION), size, List.of(0, 2), List.of("other:8081"));
        }

        @Override
        public long recordsBehind() {
            return 7;
        }
    }
}
