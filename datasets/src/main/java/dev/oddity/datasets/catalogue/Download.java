package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.LoadListener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a published file: into a temporary file beside its place, checked, then moved there in one step. Whatever goes
 * wrong, the place holds the whole file or none; two processes at once do no harm. A server that sends more than the file has
 * is broken off, so that it cannot fill the disk.
 */
final class Download {

    private static final Duration TO_CONNECT = Duration.ofSeconds(20);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final Duration IN_ALL = Duration.ofMinutes(30);

    private Download() {}

    /** The file's content, now also at its path below {@code folder}. */
    static byte[] into(Path folder, PublishedFile file, LoadListener listener) throws IOException {
        Path place = folder.resolve(file.path());
        Files.createDirectories(place.getParent());
        Path part = Files.createTempFile(place.getParent(), file.fileName(), ".part");
        try {
            fetch(file, part, listener);
            byte[] content = file.unpacked(file.url(), Files.readAllBytes(part));
            String found = Sha256.of(content);
            if (!found.equals(file.sha256())) {
                throw new IOException("what came has SHA-256 " + found + ", expected " + file.sha256());
            }
            Files.write(part, content);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            return content;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void fetch(PublishedFile file, Path part, LoadListener listener) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(file.url()))
                .timeout(TO_ANSWER)
                .build();
        CompletableFuture<HttpResponse<Path>> answer = client.sendAsync(request, info -> {
            if (info.statusCode() != 200) {
                throw new IllegalStateException("the server answered " + info.statusCode());
            }
            long announced = info.headers().firstValueAsLong("Content-Length").orElse(0);
            if (announced > file.mostToFetch()) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT, "the server announces %,d bytes, more than %s", announced, file.largest()));
            }
            return new MeasuredBody(file, part, announced, listener);
        });
        try {
            answer.get(IN_ALL.toMinutes(), TimeUnit.MINUTES);
        } catch (ExecutionException failed) {
            throw cause(failed);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new IOException("not finished after " + IN_ALL.toMinutes() + " minutes", slow);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("stopped while fetching", stopped);
        }
    }

    private static IOException cause(ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return cause instanceof IOException io ? io : new IOException(cause.getMessage(), cause);
    }
}
