package dev.oddity.kernel.maven.resolver;

import dev.oddity.kernel.maven.Download;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Counts what is downloaded, lists of versions aside. */
final class Transfers extends AbstractTransferListener {

    private final Consumer<Download> progress;
    private final Map<String, Long> underWay = new HashMap<>();
    private int files;
    private long bytes;

    Transfers(Consumer<Download> progress) {
        this.progress = progress;
    }

    @Override
    public synchronized void transferProgressed(TransferEvent event) {
        if (isCounted(event)) {
            underWay.put(event.getResource().getResourceName(), event.getTransferredBytes());
            tell(event);
        }
    }

    @Override
    public synchronized void transferSucceeded(TransferEvent event) {
        if (isCounted(event)) {
            underWay.remove(event.getResource().getResourceName());
            files++;
            bytes += event.getTransferredBytes();
            tell(event);
        }
    }

    @Override
    public synchronized void transferFailed(TransferEvent event) {
        underWay.remove(event.getResource().getResourceName());
    }

    private static boolean isCounted(TransferEvent event) {
        return event.getRequestType() == TransferEvent.RequestType.GET
                && !event.getResource().getResourceName().endsWith("maven-metadata.xml");
    }

    private void tell(TransferEvent event) {
        String path = event.getResource().getResourceName();
        long now = bytes + underWay.values().stream().mapToLong(Long::longValue).sum();
        progress.accept(new Download(path.substring(path.lastIndexOf('/') + 1), files, now));
    }
}
