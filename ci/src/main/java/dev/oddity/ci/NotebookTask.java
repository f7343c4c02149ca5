package dev.oddity.ci;

import dev.oddity.ci.approval.NotebookApproval;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookReader;
import dev.oddity.ci.notebook.Parameters;
import dev.oddity.ci.notebook.Settings;
import java.nio.file.Path;

/**
 * One notebook that is to be run.
 *
 * @param name without {@code .ipynb}
 * @param source the file
 * @param notebook with the values of profile and settings put in
 * @param profile whose values it runs with
 * @param device where its kernel computes
 * @param settings values given from outside; with any, its numbers are not those of the profile
 * @param output folder for everything it makes
 * @param invocation the command that runs it so
 */
record NotebookTask(
        String name,
        Path source,
        Notebook notebook,
        String profile,
        ComputeDevice device,
        Settings settings,
        Path output,
        Invocation invocation) {

    static NotebookTask of(
            Path source, String profile, ComputeDevice device, Settings settings, Path output, Invocation invocation) {
        String file = source.getFileName().toString();
        Notebook notebook = Parameters.of(NotebookReader.read(source), file).inject(profile, settings);
        return new NotebookTask(Checkout.name(source), source, notebook, profile, device, settings, output, invocation);
    }

    Path executed() {
        return output.resolve(name + ".ipynb");
    }

    Path kernelLog() {
        return output.resolve(name + ".kernel.log");
    }

    Path folder() {
        return source.toAbsolutePath().getParent();
    }

    boolean isProfileAsWritten() {
        return settings.isEmpty();
    }

    NotebookApproval approval() {
        NotebookApproval approval = NotebookApproval.of(name, profile, folder(), output);
        return device == ComputeDevice.GPU ? approval.onGpu() : approval;
    }
}
