package dev.oddity.ci.approval;

import dev.oddity.reproducibility.MetricComparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The approval of one notebook in one profile: its numbers, within their tolerances, and the text of cells tagged
 * {@code approve}, to the letter but for what {@link Scrubbing} takes out. A file each, accepted together.
 */
public record NotebookApproval(MetricApproval metrics, TextApproval text) {

    /**
     * @param notebook its name without {@code .ipynb}
     * @param profile the profile it ran in
     * @param notebooks the notebook's folder, which holds {@code approved/}
     * @param output the folder of the executed notebook
     */
    public static NotebookApproval of(String notebook, String profile, Path notebooks, Path output) {
        return new NotebookApproval(
                MetricApproval.of(notebook, profile, notebooks, output),
                TextApproval.of(notebook, profile, notebooks, output));
    }

    /** The approval of the same on a GPU: with files of its own once there are any, until then those of the CPU. */
    public NotebookApproval onGpu() {
        return new NotebookApproval(metrics.onGpu(), text.onGpu());
    }

    public String notebook() {
        return metrics.notebook();
    }

    public boolean hasReceived() {
        return metrics.hasReceived();
    }

    /** Whether what was received last is of these files as they are now: the notebook, and the code it runs. */
    public boolean isReceivedAfter(Path... files) {
        return metrics.isReceivedAfter(files);
    }

    /** Throws away what was received before, so that nobody approves what an earlier run showed. */
    public void forget() {
        text.forget();
        metrics.forget();
    }

    /** Keeps what a run showed, for {@link #accept()} and for whoever wants to see it. */
    public void receive(Received received) {
        text.receive(received.text());
        metrics.receive(received.metrics());
    }

    public Verdict compare(Received received) {
        return new Verdict(this, metrics.compare(received.metrics()), text.compare(received.text()));
    }

    /**
     * Approves what was received last.
     *
     * @return the files that hold it now
     */
    public List<Path> accept() {
        metrics.accept();
        text.accept();
        List<Path> files = new ArrayList<>(List.of(metrics.approved()));
        if (text.hasApproved()) {
            files.add(text.approved());
        }
        return files;
    }

    /**
     * What a run came to.
     *
     * @param approval what it was held to
     */
    public record Verdict(NotebookApproval approval, MetricComparison metrics, TextComparison text) {

        public boolean holds() {
            return metrics.holds() && text.holds();
        }

        /**
         * What differs, with how to accept it and where it lies: a paragraph each for numbers and text; none if nothing does.
         *
         * @param command that accepts it
         */
        public List<String> complaints(String command) {
            List<String> complaints = new ArrayList<>();
            if (!metrics.holds()) {
                complaints.add(approval.metrics.advice(command) + "\n" + metrics.table());
            }
            if (!text.holds()) {
                complaints.add(approval.text.advice(command) + "\n" + text.table());
            }
            return complaints;
        }

        /** Where what differs was put. */
        public List<Path> received() {
            List<Path> files = new ArrayList<>();
            if (!metrics.holds()) {
                files.add(approval.metrics.received());
            }
            if (!text.holds() && !text.received().isEmpty()) {
                files.add(approval.text.received());
            }
            return files;
        }
    }
}
