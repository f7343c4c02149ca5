package dev.oddity.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

class FreePortsTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    /** Linux has some 14,000 to give away: if it gave these too, hardly a run would pass. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void nobody_who_asks_for_any_port_gets_one_of_them() throws IOException {
        Set<Integer> found = new HashSet<>(FreePorts.on(HERE, 300));
        assertThat(found).hasSize(300);

        for (int i = 0; i < 1000; i++) {
            try (ServerSocket any = new ServerSocket(0, 1, HERE)) {
                assertThat(found).doesNotContain(any.getLocalPort());
            }
        }
    }

    @Test
    void a_socket_that_asks_for_one_by_its_number_gets_it() throws IOException {
        List<Integer> ports = FreePorts.on(HERE, 5);

        ZMQ.Context context = ZMQ.context(1);
        for (int port : ports) {
            ZMQ.Socket socket = context.socket(SocketType.ROUTER);
            Wire.bind(socket, "tcp://127.0.0.1:" + port);
            socket.close();
        }
        context.term();
    }
}
