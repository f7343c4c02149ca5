package dev.oddity.ci;

import com.google.gson.JsonObject;
import dev.oddity.ci.approval.ApprovalException;
import dev.oddity.ci.approval.ApprovedFile;
import dev.oddity.ci.approval.MetricApproval;
import dev.oddity.ci.approval.NotebookApproval;
import dev.oddity.ci.approval.ReceivedText;
import dev.oddity.ci.execution.NotebookRun;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookException;
import dev.oddity.ci.notebook.NotebookReader;
import dev.oddity.ci.notebook.NotebookRules;
import dev.oddity.ci.notebook.Parameters;
import dev.oddity.ci.notebook.Settings;
import dev.oddity.ci.notebook.SourceMark;
import dev.oddity.datasets.NearMiss;
import dev.oddity.reproducibility.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What can be said against a notebook as it lies there, without running it. */
final class NotebookCheck {

    private final Path file;
    private final String name;
    private final List<String> faults = new ArrayList<>();
    private boolean shows;

    private NotebookCheck(Path file) {
        this.file = file;
        this.name = Checkout.name(file);
    }

    static NotebookCheck of(Path file) {
        NotebookCheck check = new NotebookCheck(file);
        try {
            check.look(NotebookReader.read(file));
        } catch (NotebookException e) {
            check.faults.add(e.getMessage());
        }
        return check;
    }

    /** One sentence for each; none if all is well. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Whether it carries outputs. */
    boolean shows() {
        return shows;
    }

    private void look(Notebook notebook) {
        faults.addAll(NotebookRules.faults(json()));
        NotebookRun.requireSensible(notebook);
        ReceivedText.requireSensible(notebook);
        Parameters parameters = Parameters.of(notebook, file.getFileName().toString());
        parameters.profiles().forEach(profile -> parameters.inject(profile, Settings.NONE));
        shows = notebook.cells().stream().anyMatch(cell -> !cell.outputs().isEmpty());
        if (shows) {
            freshness(notebook);
        }
        approvals(notebook, parameters.profiles());
    }

    private void freshness(Notebook notebook) {
        String again = "run it again, or clear its outputs";
        SourceMark.in(notebook)
                .ifPresentOrElse(
                        mark -> {
                            if (!mark.equals(SourceMark.of(notebook))) {
                                faults.add("its code was changed after its outputs were made; " + again);
                            }
                        },
                        () -> faults.add("it does not say which code made its outputs, as notebooks that ci/notebooks"
                                + " ran from the first cell to the last do; " + again));
    }

    /** The approved files in a folder that belong to none of its notebooks, one sentence for each. */
    static List<String> orphans(Path folder) {
        return ApprovedFile.of(folder).stream()
                .filter(file -> !Files.exists(folder.resolve(file.notebook() + Checkout.EXTENSION)))
                .map(file -> "%s is of a notebook '%s' that is not in %s; rename it as the notebook, or delete it"
                        .formatted(file.path(), file.notebook(), folder))
                .toList();
    }

    private void approvals(Notebook notebook, List<String> profiles) {
        ApprovedFile.of(file.getParent()).stream()
                .filter(approved -> approved.notebook().equals(name) && !profiles.contains(approved.profile()))
                .forEach(approved -> faults.add("%s is of a profile '%s' that the notebook has not%s profiles: %s"
                        .formatted(
                                approved.path(),
                                approved.profile(),
                                NearMiss.hint(approved.profile(), profiles),
                                String.join(", ", profiles))));
        Set<String> ids = ids(notebook, cell -> true);
        Set<String> tagged = ids(notebook, cell -> cell.hasTag(ReceivedText.TAG));
        for (String profile : profiles) {
            NotebookApproval approval = NotebookApproval.of(name, profile, file.getParent(), file.getParent());
            for (NotebookApproval each : List.of(approval, approval.onGpu())) {
                approval(each.metrics(), ids);
                each.text().approvedCells().stream()
                        .filter(cell -> !tagged.contains(cell))
                        .forEach(cell -> faults.add(
                                "%s has text of the cell '%s', which is not in the notebook or not tagged %s; approve again"
                                        .formatted(each.text().approved(), cell, ReceivedText.TAG)));
            }
        }
    }

    private static Set<String> ids(Notebook notebook, Predicate<Cell> which) {
        return notebook.cells().stream().filter(which).map(Cell::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private void approval(MetricApproval approval, Set<String> ids) {
        try {
            approval.approvedCells().stream()
                    .filter(cell -> !ids.contains(cell))
                    .forEach(cell ->
                            faults.add("%s has metrics of the cell '%s', which is not in the notebook; approve again"
                                    .formatted(approval.approved(), cell)));
        } catch (ApprovalException e) {
            faults.add(e.getMessage());
        }
    }

    private JsonObject json() {
        try {
            return StrictJson.read(file).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
