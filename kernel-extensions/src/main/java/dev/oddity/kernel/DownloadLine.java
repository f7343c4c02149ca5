package dev.oddity.kernel;

import dev.oddity.core.display.MimeBundle;
import dev.oddity.kernel.maven.Download;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A line in the running cell that says how far downloads are. It isn't there unless something is downloaded. */
final class DownloadLine implements Consumer<Download> {

    private static final double BYTES_PER_MEGABYTE = 1e6;

    private final CellOutput output;
    private @Nullable Consumer<MimeBundle> place;
    private @Nullable Download last;
    private boolean left;

    DownloadLine(CellOutput output) {
        this.output = output;
    }

    @Override
    public synchronized void accept(Download download) {
        if (left) {
            return;
        }
        last = download;
        paint("downloading " + download.file() + "; so far " + amount(download));
    }

    synchronized void end() {
        if (last != null) {
            paint("downloaded " + amount(last));
        }
    }

    /** Nobody waits any more: it stays as it is. */
    synchronized void leave() {
        left = true;
    }

    private void paint(String text) {
        if (place == null) {
            place = output.live();
        }
        place.accept(MimeBundle.text(text));
    }

    private static String amount(Download download) {
        return String.format(
                Locale.ROOT,
                "%d %s, %.2f MB",
                download.files(),
                download.files() == 1 ? "file" : "files",
                download.bytes() / BYTES_PER_MEGABYTE);
    }
}
