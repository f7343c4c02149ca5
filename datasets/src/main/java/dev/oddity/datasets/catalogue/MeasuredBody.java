package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.LoadListener;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Writes what a server sends to a file, tells how much has come, and breaks off when that is more than the file can have. */
final class MeasuredBody implements BodySubscriber<Path> {

    private final PublishedFile file;
    private final long announced;
    private final LoadListener listener;
    private final BodySubscriber<Path> written;
    private @Nullable Subscription subscription;
    private long bytes;
    private boolean brokenOff;

    /** @param announced how much the server says it will send; 0 if it does not say */
    MeasuredBody(PublishedFile file, Path part, long announced, LoadListener listener) {
        this.file = file;
        this.announced = announced;
        this.listener = listener;
        this.written = BodySubscribers.ofFile(part);
    }

    @Override
    public void onSubscribe(Subscription coming) {
        subscription = coming;
        written.onSubscribe(coming);
        listener.fetching(file.fileName(), 0, announced);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (brokenOff) {
            return;
        }
        bytes += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes > file.mostToFetch()) {
            breakOff();
            return;
        }
        written.onNext(buffers);
        listener.fetching(file.fileName(), bytes, announced);
    }

    private void breakOff() {
        brokenOff = true;
        if (subscription != null) {
            subscription.cancel();
        }
        written.onError(new IOException("the server sends on after " + file.largest()));
    }

    @Override
    public void onError(Throwable failure) {
        if (!brokenOff) {
            written.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!brokenOff) {
            written.onComplete();
        }
    }

    @Override
    public CompletionStage<Path> getBody() {
        return written.getBody();
    }
}
