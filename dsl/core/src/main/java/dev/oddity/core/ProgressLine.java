package dev.oddity.core;

import dev.oddity.core.detector.Progress;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.LiveDisplay;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.LoadListener;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * One line that says what a run is doing, painted over in place: in the notebook cell if there is one, else on the
 * terminal's standard error, else nowhere.
 */
final class ProgressLine implements AutoCloseable {

    private static final long REPAINT_NANOS = 100_000_000;
    private static final int BAR = 24;

    private final Consumer<String> paint;
    private final int fits;
    private final long started = System.nanoTime();
    private long painted;
    private int fit;

    ProgressLine(Consumer<String> paint, int fits) {
        this.paint = paint;
        this.fits = fits;
    }

    static ProgressLine open(Experiment experiment) {
        int fits = experiment.candidates().size() * experiment.seeds().size();
        return new ProgressLine(painter(), fits);
    }

    private static Consumer<String> painter() {
        for (LiveDisplay display : ServiceLoader.load(LiveDisplay.class, LiveDisplay.class.getClassLoader())) {
            if (display.available()) {
                Consumer<MimeBundle> place = display.open();
                return line -> place.accept(MimeBundle.text(line)
                        .with(MimeBundle.HTML, "<pre style=\"margin:0;opacity:.75\">" + Html.escape(line) + "</pre>"));
            }
        }
        return System.console() == null ? line -> {} : line -> System.err.print("\r\033[2K" + line);
    }

    /** Says what comes now. */
    void say(String what) {
        show(what, 0);
    }

    /** The progress of a download, behind what it is for; may come from another thread than the one that waits. */
    LoadListener fetching(DataSource source) {
        return (file, bytes, ofBytes) -> {
            if (bytes == ofBytes || repaints()) {
                show("loading " + source + ": fetching " + file + ", " + megabytes(bytes, ofBytes), 0);
            }
        };
    }

    private static String megabytes(long bytes, long ofBytes) {
        return ofBytes == 0
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f of %.1f MB", bytes / 1e6, ofBytes / 1e6);
    }

    /** The progress of one fit: its steps fill this fit's part of the bar. */
    Progress of(String model, long seed) {
        fit++;
        return (step, steps, note) -> {
            if (step == steps || repaints()) {
                String line = model + ", seed " + seed + ": " + step + "/" + steps;
                show(note.isEmpty() ? line : line + ", " + note, (double) step / steps);
            }
        };
    }

    private synchronized boolean repaints() {
        return System.nanoTime() - painted > REPAINT_NANOS;
    }

    private synchronized void show(String what, double shareOfFit) {
        painted = System.nanoTime();
        double share = Math.max(0, fit - 1 + shareOfFit) / fits;
        int full = (int) Math.round(share * BAR);
        paint.accept(String.format(
                Locale.ROOT,
                "%s%s %3.0f %%  %s  (%.0f s)",
                "█".repeat(full),
                "░".repeat(BAR - full),
                100 * share,
                what,
                (painted - started) / 1e9));
    }

    /** Leaves a short last line: how many fits in how long. */
    @Override
    public void close() {
        double seconds = (System.nanoTime() - started) / 1e9;
        paint.accept(String.format(Locale.ROOT, "%d of %d fits in %.1f s", fit, fits, seconds));
        if (System.console() != null) {
            System.err.println();
        }
    }
}
