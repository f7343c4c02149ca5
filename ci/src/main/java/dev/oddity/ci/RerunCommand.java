package dev.oddity.ci;

import dev.oddity.Oddity;
import dev.oddity.core.Rerun;
import dev.oddity.core.runs.RecordedRun;
import dev.oddity.core.runs.Repetition;
import dev.oddity.datasets.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rerun",
        description = {
            "Make a recorded run again and compare every figure with its record.",
            "It has the native threads of the record. On the same machine they must be equal to the bit; elsewhere within the tolerance of the record."
        })
final class RerunCommand extends Verb {

    private static final Path COMMAND = Path.of("ci", "notebooks");

    @Parameters(paramLabel = "RUN", description = "A run.json, or the folder it lies in")
    private String file;

    @Option(
            names = "--checkout",
            paramLabel = "FOLDER",
            description =
                    "Make it again with the code of the record: its commit, in a new worktree of this checkout, and the changes"
                            + " that were not committed")
    private @Nullable Path checkout;

    @Option(
            names = "--patch",
            paramLabel = "FILE",
            description =
                    "Write the changes that were not committed when the run was made, for git apply, and run nothing")
    private @Nullable Path patch;

    @Override
    ExitCode carryOut() {
        if (file.endsWith(Checkout.EXTENSION)) {
            throw new UsageException(
                    file
                            + " is a notebook; rerun takes the run.json that an evaluate(..) or fit() in it left, and run runs it");
        }
        RecordedRun recorded;
        try {
            recorded = RecordedRun.read(Path.of(file));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        Optional<RecordedCode> code = RecordedCode.of(recorded);
        if (patch != null) {
            required(code).writePatch(patch);
            out().println(patch);
            required(code).notInPatch().ifPresent(out()::println);
            return ExitCode.OK;
        }
        return checkout == null
                ? rerun(recorded, code)
                : elsewhere(required(code), checkout.toAbsolutePath().normalize());
    }

    private ExitCode rerun(RecordedRun recorded, Optional<RecordedCode> code) {
        RecordedThreads threads = new RecordedThreads(recorded);
        if (!threads.hold(environment())) {
            return ExitCode.of(threads.with(out(), "rerun", file));
        }
        try (Interruption interruption = new Interruption(Thread.currentThread()::interrupt)) {
            return rerun(recorded, code, interruption);
        }
    }

    private ExitCode rerun(RecordedRun recorded, Optional<RecordedCode> code, Interruption interruption) {
        try {
            Repetition repetition = Oddity.rerun(recorded);
            out().println(repetition);
            if (repetition.verdict() != Repetition.Verdict.EQUAL_TO_THE_BIT) {
                advise(code);
            }
            return repetition.verdict() == Repetition.Verdict.DIFFERENT ? ExitCode.APPROVAL_DIFFERS : ExitCode.OK;
        } catch (Rerun.ChangedData e) {
            return told(e.getMessage(), code, ExitCode.OTHER_DATA);
        } catch (RuntimeException e) {
            if (interruption.isHeard()) {
                out().println("the rerun was stopped from outside before its end; " + e.getMessage());
                return ExitCode.CELL_FAILED;
            }
            return failed(recorded, code, e);
        }
    }

    private ExitCode failed(RecordedRun recorded, Optional<RecordedCode> code, RuntimeException why) {
        if (why instanceof Rerun.Failed) {
            return told(why.getMessage(), code, ExitCode.CELL_FAILED);
        }
        if (why instanceof DataException) {
            return told(
                    "run %s saw %s, which cannot be loaded here: %s"
                            .formatted(recorded.id(), recorded.data().get("name"), why.getMessage()),
                    code,
                    ExitCode.OTHER_DATA);
        }
        advise(code);
        if (why instanceof IllegalArgumentException) {
            throw new UsageException(why.getMessage());
        }
        throw why;
    }

    private ExitCode told(String what, Optional<RecordedCode> code, ExitCode exit) {
        out().println(what);
        advise(code);
        return exit;
    }

    private void advise(Optional<RecordedCode> code) {
        code.filter(recorded -> !recorded.isIn(Path.of("")))
                .ifPresent(recorded -> out().println("\n" + recorded.advice(file)));
    }

    /** By the command of the other checkout, which builds it first, in the folder there that this one is called in here. */
    private ExitCode elsewhere(RecordedCode code, Path folder) {
        Path root = checkout().root();
        code.checkOut(root, folder);
        out().println("the code of the record is in " + folder + "; git worktree remove takes it away again");
        out().flush();
        Path command = folder.resolve(COMMAND);
        if (!Files.isExecutable(command)) {
            throw new UsageException("there is no %s in commit %s, so the run cannot be made again from here"
                    .formatted(COMMAND, code.commit()));
        }
        Path here = Path.of("").toAbsolutePath();
        Path there = here.startsWith(root) ? folder.resolve(root.relativize(here)) : folder;
        ProcessBuilder rerun = new ProcessBuilder(
                        command.toString(),
                        "rerun",
                        Path.of(file).toAbsolutePath().toString())
                .directory((Files.isDirectory(there) ? there : folder).toFile());
        return ExitCode.of(Passing.on(rerun, out()));
    }

    private RecordedCode required(Optional<RecordedCode> code) {
        return code.orElseThrow(() -> new UsageException(
                file + " does not say which code it was made with: the run was not made in a git checkout"));
    }
}
