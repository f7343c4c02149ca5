package dev.oddity.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {

    private static final String GOOD = "{\"transport\": \"tcp\", \"ip\": \"127.0.0.1\", \"key\": \"k\","
            + " \"signature_scheme\": \"hmac-sha256\", \"shell_port\": 1, \"control_port\": 2, \"stdin_port\": 3,"
            + " \"iopub_port\": 4, \"hb_port\": 5, \"kernel_name\": \"oddity\"}";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("connection.json");
    }

    @Test
    void a_connection_file_is_read() throws IOException {
        Files.writeString(file, GOOD);

        assertThat(ConnectionFile.read(file)).isEqualTo(new ConnectionFile("127.0.0.1", "k", 1, 2, 3, 4, 5));
    }

    @Test
    void what_is_wrong_with_one_is_told() {
        assertThatThrownBy(() -> ConnectionFile.read(file))
                .hasMessage("no connection file " + file
                        + "; a Jupyter client writes it and starts the kernel with its path");
        refused("nothing", "connection file " + file + " isn't a JSON object");
        refused(GOOD.replace("\"shell_port\": 1,", ""), "connection file " + file + " has no 'shell_port'");
        refused(
                GOOD.replace("tcp", "ipc"),
                "connection file " + file + " asks for transport 'ipc'; only 'tcp' is spoken here");
        refused(
                GOOD.replace("sha256", "md5"),
                "connection file " + file + " asks for signatures by 'hmac-md5'; only 'hmac-sha256' is spoken here");
    }

    @Test
    void a_port_that_is_none_is_named() throws IOException {
        for (String port : List.of("\"abc\"", "99999", "0", "-1", "1.5", "12345678901")) {
            refused(
                    GOOD.replace("\"shell_port\": 1", "\"shell_port\": " + port),
                    "connection file " + file + ": 'shell_port' is '" + port.replace("\"", "")
                            + "'; a port is a whole number from 1 to 65535");
        }
    }

    @Test
    void a_file_that_is_no_text_is_told_as_such() throws IOException {
        Files.write(file, new byte[] {'{', (byte) 0xff, '}'});

        assertThatThrownBy(() -> ConnectionFile.read(file))
                .hasMessage("connection file " + file + " isn't text in UTF-8");
    }

    @Test
    void a_port_that_another_process_has_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ConnectionFile free = LoopbackClient.freeConnection();
            ConnectionFile connection = new ConnectionFile(
                    "127.0.0.1",
                    "k",
                    free.shell(),
                    free.control(),
                    free.stdin(),
                    taken.getLocalPort(),
                    free.heartbeat());

            assertThatThrownBy(() -> new Wire(connection))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the kernel can't listen on tcp://127.0.0.1:" + taken.getLocalPort()
                            + ": another process does; start it anew, which takes other ports");
        }
    }

    @Test
    void a_connection_without_a_key_or_open_to_other_machines_is_refused() {
        refused(
                GOOD.replace("\"k\"", "\"\""),
                "the connection has no key: without one anybody on this machine could run code here; use a client that"
                        + " signs its messages");
        for (String ip : List.of("0.0.0.0", "", "::1", "localhost", "*", "127.0.0.256", "127.1", "10.127.0.0.1")) {
            refused(
                    GOOD.replace("127.0.0.1", ip),
                    "the connection asks to listen on '" + ip + "': this kernel listens on loopback addresses of the"
                            + " form 127.x.y.z only; use 127.0.0.1, and a tunnel from another machine");
        }
    }

    @Test
    void every_loopback_address_of_ipv4_will_do() throws IOException {
        for (String ip : List.of("127.0.1.1", "127.255.255.254")) {
            Files.writeString(file, GOOD.replace("127.0.0.1", ip));

            assertThat(ConnectionFile.read(file).address(80)).isEqualTo("tcp://" + ip + ":80");
        }
    }

    private void refused(String content, String message) {
        assertThatThrownBy(() -> {
                    Files.writeString(file, content);
                    ConnectionFile.read(file);
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
