package jp.tenkyo.lifecycle.topology;

import static jp.tenkyo.lifecycle.topology.DrivenTask.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.schemas.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the policy changes, what falls due is moved in bounded parts, without a broker. */
class DeadlineWalksTest {

    /** The renewal window of certificates until 2030-02-17 opens on 2029-11-18; reminders go out at 9:00 in Tokyo. */
    private static final String AT_NINE = " 2029-11-18T00:00:00Z";

    private static final String AT_TEN = " 2029-11-18T01:00:00Z";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private DrivenTask task;

    @BeforeEach
    void start() throws Exception {
        task = new DrivenTask(folder);
    }

    @AfterEach
    void stop() {
        task.close();
    }

    @Test
    void a_reminder_that_is_set_to_another_hour_moves_what_is_stored_in_bounded_parts() {
        task.register(KEY, DrivenTask.holders(8));
        task.tick();
        assertThat(task.deadlines()).isEqualTo(at(AT_NINE, 0, 8));

        task.restart(remindingAt(10));
        assertThat(task.deadlines()).isEqualTo(at(AT_NINE, 0, 8));
        task.tick();
        assertThat(task.deadlines()).isEqualTo(both(at(AT_NINE, 3, 8), at(AT_TEN, 0, 3)));
        task.tick();
        assertThat(task.deadlines()).isEqualTo(both(at(AT_NINE, 6, 8), at(AT_TEN, 0, 6)));
        task.tick();
        assertThat(task.deadlines()).isEqualTo(at(AT_TEN, 0, 8));
    }

    @Test
    void the_walk_goes_on_after_a_restart_where_it_was() {
        task.register(KEY, DrivenTask.holders(8));
        task.tick();
        task.restart(remindingAt(10));
        task.tick();
        task.restart();
        task.tick();
        assertThat(task.deadlines()).isEqualTo(both(at(AT_NINE, 6, 8), at(AT_TEN, 0, 6)));
    }

    @Test
    void a_policy_that_changes_meanwhile_begins_it_anew() {
        task.register(KEY, DrivenTask.holders(4));
        task.tick();
        task.restart(remindingAt(10));
        task.tick();
        task.restart(remindingAt(9));
        task.tick();
        task.tick();
        assertThat(task.deadlines()).isEqualTo(at(AT_NINE, 0, 4));
    }

    @Test
    void a_holder_that_something_comes_in_for_meanwhile_has_one_deadline_of_the_new_policy() {
        task.register(KEY, DrivenTask.holders(5));
        task.tick();
        task.restart(remindingAt(10));
        task.register(KEY, List.of("h-4", "h-5"));
        task.tick();
        task.tick();
        assertThat(task.deadlines()).isEqualTo(at(AT_TEN, 0, 6));
    }

    /** The window has opened, by the old policy nothing is due for another three hours; by the new one it has been. */
    @Test
    void what_is_due_by_the_new_policy_is_decided_though_the_ticks_have_passed_it() {
        task.restart(remindingAt(12));
        task.clock().set(Instant.parse("2029-11-17T23:00:00Z"));
        task.register(KEY, DrivenTask.holders(2));
        task.clock().set(Instant.parse("2029-11-18T00:30:00Z"));
        task.tick();
        task.drain();

        task.restart(remindingAt(9));
        task.tick();
        task.tick();
        assertThat(task.read(Topic.NOTICES, NoticeMessage.class))
                .hasSize(2)
                .allSatisfy(notice -> assertThat(notice.getPlanned().getStage()).hasToString("WINDOW_OPENED"));
    }

    @Test
    void a_walk_is_stored_whole_and_another_form_refused() {
        var walk = new DeadlineWalk("policy", "h-1", 2, 1, true);

        assertThat(DeadlineWalk.of(walk.bytes())).isEqualTo(walk);
        assertThatThrownBy(() -> DeadlineWalk.of(new byte[] {9}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("form 9");
    }

    private static List<String> at(String instant, int from, int to) {
        return DrivenTask.holders(to).subList(from, to).stream()
                .map(holder -> holder + instant)
                .toList();
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Policy remindingAt(int hour) {
        var usual = Policy.ofRuleBook();
        var reminders = usual.reminders();
        return new Policy(
                usual.version(),
                usual.birthdays(),
                usual.birthdaysOfRenewal(),
                usual.legacyYears(),
                usual.renewalWindow(),
                usual.leapDay(),
                usual.lastDayRenewal(),
                usual.signingFromAge(),
                usual.moveInWithinDays(),
                usual.furiganaEndsSigning(),
                new Policy.Reminders(
                        LocalTime.of(hour, 0),
                        reminders.monthBefore(),
                        reminders.weekBefore(),
                        reminders.expiredAfter()),
                usual.pinFailures());
    }
}
