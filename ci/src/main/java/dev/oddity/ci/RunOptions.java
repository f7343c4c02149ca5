package dev.oddity.ci;

import dev.oddity.ci.approval.ReceivedText;
import dev.oddity.ci.execution.Limit;
import dev.oddity.ci.execution.Limits;
import dev.oddity.ci.execution.NotebookRun;
import dev.oddity.ci.execution.NotebookWishes;
import dev.oddity.ci.jupyter.InProcessKernel;
import dev.oddity.ci.jupyter.Kernel;
import dev.oddity.ci.jupyter.KernelException;
import dev.oddity.ci.jupyter.KernelSpec;
import dev.oddity.ci.jupyter.SeparateKernel;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.Parameters;
import dev.oddity.ci.notebook.Settings;
import dev.oddity.reproducibility.NotebookFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every verb that runs notebooks understands. */
final class RunOptions {

    private static final Duration SMOKE_CELL = Duration.ofMinutes(10);
    private static final Duration SMOKE_TOTAL = Duration.ofMinutes(30);
    private static final Duration CELL = Duration.ofHours(12);
    private static final Duration TOTAL = Duration.ofHours(48);

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = Parameters.SMOKE,
            description =
                    "smoke: small values, for every commit (default); full: the values in the notebook; or another"
                            + " profile of the notebook")
    String profile = Parameters.SMOKE;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description =
                    "What one cell may take (default: what the notebook says, else 600 in smoke and 43200 in others)")
    @Nullable
    Integer timeout;

    @Option(
            names = "--total-timeout",
            paramLabel = "SECONDS",
            description = "What one notebook may take (default: what it says, else 1800 in smoke and 172800 in others)")
    @Nullable
    Integer totalTimeout;

    @Option(
            names = "--startup-timeout",
            paramLabel = "SECONDS",
            description = "What a kernel may take until it answers (default: 60)")
    @Nullable
    Integer startupTimeout;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Where executed notebooks and metrics.json go (default: target/notebooks/PROFILE)")
    @Nullable
    Path output;

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            description = "An installed kernel, or a folder with a kernel.json (default: the one the notebook names)")
    @Nullable
    String kernel;

    @Option(
            names = "--in-process",
            description =
                    "Run in this process instead of a kernel's own: for debuggers, coverage and haste; one notebook at a time,"
                            + " which sees this process's variables, working folder and heap")
    boolean inProcess;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "auto: a GPU if PyTorch sees one (default); cpu; or gpu, and nothing runs without one")
    ComputeDevice device = ComputeDevice.AUTO;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            description =
                    "What a kernel in Java may take of the memory, such as 4g (default: a quarter of it, as Java does)")
    @Nullable
    String heap;

    @Option(
            names = "--keep-going",
            description = "Run the cells after one that raised an error too; the notebook has failed all the same")
    boolean keepGoing;

    @Option(
            names = "--no-timing",
            description = "Leave the cells' times out of the executed notebooks, for smaller differences")
    boolean noTiming;

    @Option(
            names = {"-q", "--quiet"},
            description = "No line per cell; only what each notebook came to")
    boolean quiet;

    List<NotebookTask> tasks(Checkout checkout, List<Path> notebooks, Settings settings) {
        device.require();
        List<NotebookTask> tasks = new ArrayList<>();
        for (Path notebook : notebooks) {
            NotebookTask task = NotebookTask.of(
                    notebook, profile, device, settings, folder(checkout), invocation(checkout, notebook, settings));
            // What cannot be done is refused before anything runs.
            NotebookRun.requireSensible(task.notebook());
            ReceivedText.requireSensible(task.notebook());
            run(task.notebook());
            requireKernel(task);
            tasks.add(task);
        }
        return tasks;
    }

    private Invocation invocation(Checkout checkout, Path notebook, Settings settings) {
        List<String> words = new ArrayList<>(List.of("--profile", profile));
        if (kernel != null) {
            boolean folder = Files.isDirectory(Path.of(kernel));
            words.addAll(List.of("--kernel", folder ? checkout.path(Path.of(kernel)) : kernel));
        }
        if (inProcess) {
            words.add("--in-process");
        }
        if (device != ComputeDevice.AUTO) {
            words.addAll(List.of("--device", device.name().toLowerCase(Locale.ROOT)));
        }
        if (output != null) {
            words.addAll(List.of("--output", checkout.path(output)));
        }
        return Invocation.of(checkout, notebook, words, settings);
    }

    Path folder(Checkout checkout) {
        return output == null ? checkout.output().resolve(profile) : output.toAbsolutePath();
    }

    /** What is given on the command line goes before what the notebook asks for, and that before what is usual. */
    NotebookRun run(Notebook notebook) {
        boolean smoke = profile.equals(Parameters.SMOKE);
        NotebookWishes wishes = NotebookWishes.of(notebook);
        Limit cell = given("--timeout", timeout, "the limit of a cell")
                .or(wishes::cell)
                .orElse(new Limit(smoke ? SMOKE_CELL : CELL, "the limit of a cell; give more with --timeout"));
        Limit total = given("--total-timeout", totalTimeout, "its total limit")
                .or(wishes::total)
                .orElse(new Limit(smoke ? SMOKE_TOTAL : TOTAL, "its total limit; give more with --total-timeout"));
        Duration startup = given("--startup-timeout", startupTimeout, "the limit of its start")
                .map(Limit::time)
                .orElse(Limits.USUAL_STARTUP);
        Limits limits = Limits.of(cell, total).withStartup(startup);
        NotebookRun run = new NotebookRun(limits, noTiming ? Optional.empty() : Optional.of(Clock.systemUTC()));
        return keepGoing ? run.keepingGoing() : run;
    }

    /** Where a notebook is to run. */
    Kernel kernel(NotebookTask task) {
        Path notebook = task.source().toAbsolutePath();
        KernelSpec spec = spec(task.notebook()).with(NotebookFile.VARIABLE, notebook.toString());
        return inProcess
                ? new InProcessKernel(spec, notebook, task.output().resolve("runs"))
                : new SeparateKernel(spec, task.folder(), task.kernelLog());
    }

    private KernelSpec spec(Notebook notebook) {
        KernelSpec found = Kernels.find(name(notebook));
        return device.on(heap == null ? found : new KernelHeap(heap).on(found));
    }

    private String name(Notebook notebook) {
        return kernel == null ? notebook.kernelName(Kernels.ODDITY) : kernel;
    }

    private void requireKernel(NotebookTask task) {
        if (inProcess) {
            InProcess.require(task.name(), name(task.notebook()), heap, device);
        }
        try {
            spec(task.notebook());
        } catch (KernelException e) {
            throw new UsageException("%s: %s".formatted(task.name(), e.getMessage()));
        }
    }

    private static Optional<Limit> given(String option, @Nullable Integer seconds, String what) {
        if (seconds == null) {
            return Optional.empty();
        }
        if (seconds <= 0) {
            throw new UsageException("%s %d: a limit is a positive number of seconds".formatted(option, seconds));
        }
        return Optional.of(new Limit(Duration.ofSeconds(seconds), what + "; give more with " + option));
    }
}
