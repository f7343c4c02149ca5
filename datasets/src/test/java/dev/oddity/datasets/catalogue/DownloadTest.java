package dev.oddity.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {

    private static final byte[] CONTENT = "1,2,3\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path cache;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/whole", CONTENT.length, CONTENT);
        serve("/cut", CONTENT.length + 10L, CONTENT);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", url("/whole"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_fetched_file_is_checked_and_kept() throws IOException {
        byte[] content = Download.into(cache, file("/whole", Sha256.of(CONTENT)));

        assertThat(content).isEqualTo(CONTENT);
        assertThat(files()).containsExactly("some/numbers.csv");
        assertThat(cache.resolve("some/numbers.csv")).hasBinaryContent(CONTENT);
    }

    @Test
    void a_lookup_fetches_once_and_then_finds_the_file() {
        Lookup lookup = new Lookup(List.of(new Lookup.Place("the cache", cache)), cache);
        PublishedFile file = file("/moved", Sha256.of(CONTENT));
        lookup.read(file);
        server.removeContext("/moved");

        assertThat(lookup.read(file)).isEqualTo(CONTENT);
    }

    @Test
    void what_has_another_checksum_is_not_kept() throws IOException {
        PublishedFile other = file("/whole", "00");

        assertThatThrownBy(() -> Download.into(cache, other))
                .isInstanceOf(IOException.class)
                .hasMessage("what came has SHA-256 " + Sha256.of(CONTENT) + ", expected 00");
        assertThat(files()).isEmpty();
    }

    @Test
    void a_download_that_dies_half_way_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> Download.into(cache, file("/cut", Sha256.of(CONTENT))))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void an_answer_that_is_no_file_is_refused() throws IOException {
        assertThatThrownBy(() -> Download.into(cache, file("/nothing", Sha256.of(CONTENT))))
                .isInstanceOf(IOException.class)
                .hasMessage("the server answered 404");
        assertThat(files()).isEmpty();
    }

    private void serve(String path, long announced, byte[] content) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, announced);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
    }

    private PublishedFile file(String path, String sha256) {
        return new PublishedFile("some/numbers.csv", sha256, url(path));
    }

    private String url(String path) {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + path;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(cache)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> cache.relativize(file).toString())
                    .toList();
        }
    }
}
