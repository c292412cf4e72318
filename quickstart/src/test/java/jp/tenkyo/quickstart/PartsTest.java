package jp.tenkyo.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final List<String> stopped = new ArrayList<>();
    private final Parts parts = new Parts();

    @Test
    void parts_are_stopped_in_the_reverse_order_and_once() {
        keep("broker");
        keep("service");

        parts.close();
        parts.close();

        assertThat(stopped).containsExactly("service", "broker");
    }

    @Test
    void a_part_that_does_not_stop_well_keeps_no_other_from_being_stopped() {
        keep("broker");
        parts.keep(() -> {
            throw new IllegalStateException("stuck");
        });

        parts.close();

        assertThat(stopped).containsExactly("broker");
    }

    @Test
    void a_part_that_comes_up_while_all_is_being_stopped_is_stopped_too() {
        parts.refuseNew();

        assertThatThrownBy(() -> keep("late")).isInstanceOf(Parts.StoppingException.class);

        assertThat(stopped).containsExactly("late");
    }

    private void keep(String name) {
        parts.keep(() -> stopped.add(name));
    }
}
