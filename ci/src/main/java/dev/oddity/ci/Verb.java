package dev.oddity.ci;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A verb of {@code ci/notebooks}: where it was called, where it speaks, and what it tells the shell. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class Verb implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    abstract ExitCode carryOut();

    @Override
    public final Integer call() {
        return carryOut().number();
    }

    final Checkout checkout() {
        return main.checkout();
    }

    final Map<String, String> environment() {
        return main.environment();
    }

    /** Whether a notebook without its data fails, rather than being skipped. */
    final boolean dataRequired() {
        return main.dataRequired();
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
