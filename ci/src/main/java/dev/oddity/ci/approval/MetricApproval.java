package dev.oddity.ci.approval;

import dev.oddity.reproducibility.ApprovedNumber;
import dev.oddity.reproducibility.MetricComparison;
import dev.oddity.reproducibility.MetricName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The approval of one notebook's metrics in one profile.
 *
 * @param notebook its name without {@code .ipynb}
 * @param profile the profile it ran in
 * @param approved where the accepted numbers lie
 * @param received where the numbers of the last run lie
 * @param standIn what the numbers are held to while there is no approved file of their own
 */
public record MetricApproval(
        String notebook, String profile, Path approved, Path received, Optional<MetricApproval> standIn) {

    /**
     * @param notebooks the notebook's folder, which holds {@code approved/}
     * @param output the folder of the executed notebook
     */
    public static MetricApproval of(String notebook, String profile, Path notebooks, Path output) {
        return new MetricApproval(
                notebook,
                profile,
                notebooks.resolve("approved").resolve(notebook + "." + profile + ".approved.json"),
                output.resolve(notebook + "." + profile + ".received.json"),
                Optional.empty());
    }

    /**
     * The approval of the same on a GPU: with numbers and tolerances of its own once there are any, until then those of the
     * CPU.
     */
    public MetricApproval onGpu() {
        String file = notebook + "." + profile + ".gpu.";
        return new MetricApproval(
                notebook,
                profile,
                approved.resolveSibling(file + "approved.json"),
                received.resolveSibling(file + "received.json"),
                Optional.of(this));
    }

    public boolean hasApproved() {
        return Files.exists(approved);
    }

    public boolean hasReceived() {
        return Files.exists(received);
    }

    /**
     * The ids of the cells whose numbers are approved; none without an approved file.
     *
     * @throws ApprovalException if the file cannot be used
     */
    public Set<String> approvedCells() {
        return hasApproved()
                ? ApprovedMetrics.read(approved).keySet().stream()
                        .map(metric -> metric.path().get(0))
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    /** Whether the numbers received last are of these files as they are now: the notebook, and the code it runs. */
    public boolean isReceivedAfter(Path... files) {
        return hasReceived()
                && Arrays.stream(files)
                        .allMatch(file -> received.toFile().lastModified()
                                >= file.toFile().lastModified());
    }

    /** Throws away what was received before, so that nobody approves numbers of an earlier run. */
    public void forget() {
        try {
            Files.deleteIfExists(received);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + received, e);
        }
    }

    /** Keeps the numbers, for {@link #accept()} and for whoever wants to see them. */
    public void receive(ReceivedMetrics metrics) {
        ApprovedMetrics.write(metrics.suggested(), received);
    }

    /**
     * Holds the numbers against the approved ones. Without an approved file there is nothing to hold to: then every
     * number is a difference, and none is if the notebook has none.
     */
    public MetricComparison compare(ReceivedMetrics metrics) {
        Map<MetricName, ApprovedNumber> known = known();
        return MetricComparison.of(known, metrics.values());
    }

    /**
     * Approves the numbers received last. A tolerance that stands in the approved file stays; a new number gets the one
     * that its experiment suggests.
     */
    public void accept() {
        SortedMap<MetricName, ApprovedNumber> known = known();
        SortedMap<MetricName, ApprovedNumber> accepted = ApprovedMetrics.read(received);
        accepted.replaceAll((name, number) -> known.containsKey(name)
                ? new ApprovedNumber(number.value(), known.get(name).tolerance())
                : number);
        ApprovedMetrics.write(accepted, approved);
    }

    private SortedMap<MetricName, ApprovedNumber> known() {
        if (hasApproved()) {
            return ApprovedMetrics.read(approved);
        }
        return standIn.map(MetricApproval::known).orElseGet(TreeMap::new);
    }

    /** The sentence that says how to accept what was received, of a notebook of the checkout's. */
    public String advice() {
        return advice(command());
    }

    /** The line that accepts what was received, of a notebook of the checkout's. */
    String command() {
        return "ci/notebooks approve %s --profile %s%s"
                .formatted(notebook, profile, standIn.isPresent() ? " --device gpu" : "");
    }

    /** @param command that accepts it */
    public String advice(String command) {
        return hasApproved() || standIn.map(MetricApproval::hasApproved).orElse(false)
                ? "%s has other metrics than approved; if they are right, accept them with: %s"
                        .formatted(notebook, command)
                : "%s has no approved metrics for the profile %s; if they are right, accept them with: %s"
                        .formatted(notebook, profile, command);
    }
}
