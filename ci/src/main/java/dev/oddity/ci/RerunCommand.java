package dev.oddity.ci;

import dev.oddity.Oddity;
import dev.oddity.core.Rerun;
import dev.oddity.core.runs.Repetition;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rerun",
        description = {
            "Make a recorded run again and compare every figure with its record.",
            "On the same machine they must be equal to the bit; elsewhere within the tolerance of the record."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RerunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "A run.json, or the folder it lies in")
    private String file;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Repetition repetition;
        try {
            repetition = Oddity.rerun(file);
        } catch (Rerun.ChangedData e) {
            out.println(e.getMessage());
            return ExitCode.OTHER_DATA.number();
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        out.println(repetition);
        ExitCode code = repetition.verdict() == Repetition.Verdict.DIFFERENT ? ExitCode.APPROVAL_DIFFERS : ExitCode.OK;
        return code.number();
    }
}
