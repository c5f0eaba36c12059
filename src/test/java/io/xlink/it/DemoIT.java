package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** README's first command, ended by itself. */
class DemoIT {
    @Test
    void sentAndStoredTotalsAgree() throws Exception {
        Program.Result demo = Program.run("", "demo", "--once", "--port", Integer.toString(freePort()));
        assertThat(demo.exitCode()).as(demo.output() + demo.messages()).isZero();
        assertThat(demo.output()).contains("Sent and stored totals agree.", "Support_DE");
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Program.Result demo = Program.run("", "demo", "--once", "--port", port);
            assertThat(demo.exitCode()).isEqualTo(1);
            assertThat(demo.messages()).contains(port);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
