package jp.tenkyo.lifecycle.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that tells a stranger what happens in each situation, held against the core. */
class LifecycleTableTest {

    private static final Path PAGE = Path.of("..", "docs", "LIFECYCLE.md");

    @Test
    void the_page_says_what_the_core_does() throws IOException {
        var page = LifecycleTable.page();
        if (Boolean.getBoolean("update-docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).exists();
        assertThat(LifecycleTable.lines(Files.readString(PAGE)))
                .as("docs/LIFECYCLE.md is stale: it says how to write it anew")
                .isEqualTo(LifecycleTable.lines(page));
    }

    @Test
    void every_rule_has_one_id_a_sentence_and_a_source() {
        assertThat(RuleBook.rules()).extracting(RuleBook.Rule::id).doesNotHaveDuplicates();
        assertThat(RuleBook.rules()).allSatisfy(rule -> {
            assertThat(rule.says()).endsWith(".");
            assertThat(rule.source()).containsPattern("\\[[LPD]]");
        });
    }

    @Test
    void every_rule_that_an_event_or_an_outcome_names_is_in_the_rule_book() {
        var named = new HashSet<String>();
        for (var reason : ChangeReason.values()) {
            var story = Story.begin()
                    .given(Made.signing("S"), Made.authentication("A"))
                    .when(Changed.because(reason)
                            .number(4)
                            .touching(ChangedAttribute.NAME)
                            .continuedUse(
                                    reason == ChangeReason.MOVED_ABROAD
                                            ? java.util.Optional.of(true)
                                            : java.util.Optional.empty()))
                    .whenTimePassesTo("2031-01-01T00:00");
            named.addAll(rulesOf(story));
        }
        for (var ground : Ground.values()) {
            named.addAll(rulesOf(Story.begin().given(Made.signing("S")).when(ground, "S")));
        }
        assertThat(named).hasSizeGreaterThan(ChangeReason.values().length);
        assertThat(RuleBook.rules()).extracting(RuleBook.Rule::id).containsAll(named);
    }

    private static Set<String> rulesOf(Story story) {
        var rules = story.events().stream()
                .filter(Event.Fact.class::isInstance)
                .map(event -> ((Event.Fact) event).rule())
                .collect(Collectors.toCollection(HashSet::new));
        rules.addAll(story.decision().rules());
        return rules;
    }
}
