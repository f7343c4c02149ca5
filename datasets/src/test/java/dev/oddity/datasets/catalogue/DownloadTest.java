package dev.oddity.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.oddity.datasets.LoadListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {

    private static final byte[] CONTENT = "1,2,3\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] CHUNK = new byte[1 << 16];

    /** No server of a test sends for ever; this is more than all buffers on the way hold. */
    private static final int ENDLESS = 1 << 28;

    @TempDir
    private Path cache;

    private final AtomicInteger delivered = new AtomicInteger();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/whole", CONTENT.length, CONTENT);
        serve("/cut", CONTENT.length + 10L, CONTENT);
        serve("/larger", CONTENT.length + 1L, new byte[CONTENT.length + 1]);
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int sent = 0; sent < ENDLESS; sent += CHUNK.length) {
                    body.write(CHUNK);
                    delivered.addAndGet(CHUNK.length);
                }
            }
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", url("/whole"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void a_fetched_file_is_checked_and_kept() throws IOException {
        byte[] content = Download.into(cache, file("/whole", Sha256.of(CONTENT)), LoadListener.NONE);

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

        assertThatThrownBy(() -> Download.into(cache, other, LoadListener.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("what came has SHA-256 " + Sha256.of(CONTENT) + ", expected 00");
        assertThat(files()).isEmpty();
    }

    @Test
    void a_download_that_dies_half_way_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> Download.into(cache, file("/cut", Sha256.of(CONTENT)), LoadListener.NONE))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void two_that_fetch_at_once_both_have_the_file_and_leave_it_once() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        server.createContext("/slow", exchange -> answerWhenAllHaveBegun(exchange, begun));
        PublishedFile slow = file("/slow", Sha256.of(CONTENT));
        List<CompletableFuture<byte[]>> both = Stream.of(1, 2)
                .map(number -> CompletableFuture.supplyAsync(
                        () -> new Lookup(List.of(new Lookup.Place("the cache", cache)), cache).read(slow), threads))
                .toList();

        for (CompletableFuture<byte[]> one : both) {
            assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(CONTENT);
        }
        assertThat(begun.getCount()).isZero();
        assertThat(files()).containsExactly("some/numbers.csv");
        assertThat(cache.resolve("some/numbers.csv")).hasBinaryContent(CONTENT);
    }

    /** The first half of the content, and the second when as many as expected have the first. */
    private static void answerWhenAllHaveBegun(HttpExchange exchange, CountDownLatch begun) throws IOException {
        exchange.sendResponseHeaders(200, CONTENT.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(CONTENT, 0, 3);
            body.flush();
            begun.countDown();
            begun.await(60, TimeUnit.SECONDS);
            body.write(CONTENT, 3, CONTENT.length - 3);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_answer_that_is_no_file_is_refused() throws IOException {
        assertThatThrownBy(() -> Download.into(cache, file("/nothing", Sha256.of(CONTENT)), LoadListener.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("the server answered 404");
        assertThat(files()).isEmpty();
    }

    @Test
    void an_answer_announced_larger_than_the_file_is_not_begun() throws IOException {
        assertThatThrownBy(() -> Download.into(cache, file("/larger", Sha256.of(CONTENT)), LoadListener.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("the server announces 7 bytes, more than the 6 bytes that numbers.csv has at most");
        assertThat(files()).isEmpty();
    }

    @Test
    void a_server_that_sends_on_and_on_is_broken_off_and_what_came_is_removed() throws IOException {
        assertThatThrownBy(() -> Download.into(cache, file("/endless", Sha256.of(CONTENT)), LoadListener.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("the server sends on after the 6 bytes that numbers.csv has at most");
        assertThat(files()).isEmpty();
        server.stop(5);
        assertThat(delivered.get()).isLessThan(ENDLESS);
    }

    @Test
    void a_packed_copy_may_be_a_little_larger_than_what_it_unpacks_to() throws IOException {
        byte[] packed = packed(CONTENT);
        serve("/numbers.csv.gz", packed.length, packed);

        assertThat(packed.length).isGreaterThan(CONTENT.length);
        assertThat(Download.into(cache, file("/numbers.csv.gz", Sha256.of(CONTENT)), LoadListener.NONE))
                .isEqualTo(CONTENT);
    }

    @Test
    void the_listener_of_a_lookup_hears_how_far_it_is() {
        List<String> heard = new CopyOnWriteArrayList<>();
        Lookup lookup = new Lookup(
                List.of(new Lookup.Place("the cache", cache)),
                cache,
                (name, bytes, ofBytes) -> heard.add(name + " " + bytes + "/" + ofBytes));
        PublishedFile file = file("/whole", Sha256.of(CONTENT));

        lookup.read(file);
        assertThat(heard).startsWith("numbers.csv 0/6").endsWith("numbers.csv 6/6");

        heard.clear();
        lookup.read(file);
        assertThat(heard).isEmpty();
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(content);
        }
        return packed.toByteArray();
    }

    private void serve(String path, long announced, byte[] content) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, announced);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
    }

    private PublishedFile file(String path, String sha256) {
        return new PublishedFile("some/numbers.csv", CONTENT.length, sha256, url(path));
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
