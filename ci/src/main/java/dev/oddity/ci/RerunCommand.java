package dev.oddity.ci;

import dev.oddity.Oddity;
import dev.oddity.core.Rerun;
import dev.oddity.core.runs.RecordedRun;
import dev.oddity.core.runs.Repetition;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "rerun",
        description = {
            "Make a recorded run again and compare every figure with its record.",
            "It has the native threads of the record. On the same machine they must be equal to the bit; elsewhere within the tolerance of the record."
        })
final class RerunCommand extends Verb {

    @Parameters(paramLabel = "RUN", description = "A run.json, or the folder it lies in")
    private String file;

    @Override
    ExitCode carryOut() {
        Repetition repetition;
        try {
            RecordedRun recorded = RecordedRun.read(Path.of(file));
            RecordedThreads threads = new RecordedThreads(recorded);
            if (!threads.hold(environment())) {
                return ExitCode.of(threads.with(out(), "rerun", file));
            }
            repetition = Oddity.rerun(recorded);
        } catch (Rerun.ChangedData e) {
            out().println(e.getMessage());
            return ExitCode.OTHER_DATA;
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        out().println(repetition);
        return repetition.verdict() == Repetition.Verdict.DIFFERENT ? ExitCode.APPROVAL_DIFFERS : ExitCode.OK;
    }
}
