package jp.tenkyo.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void the_usual_port_is_chosen_where_it_is_free() {
        assertThat(new Ports(port -> true).choose(8080)).isEqualTo(8080);
    }

    @Test
    void another_is_chosen_where_a_program_listens() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var chosen = new Ports().choose(taken.getLocalPort());

            assertThat(chosen).isPositive().isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void another_is_chosen_where_a_program_listens_on_all_addresses() throws IOException {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(0));

            assertThat(new Ports().choose(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void no_port_is_given_twice() {
        var ports = new Ports(port -> true);

        assertThat(ports.choose(8080)).isNotEqualTo(ports.choose(8080));
    }
}
