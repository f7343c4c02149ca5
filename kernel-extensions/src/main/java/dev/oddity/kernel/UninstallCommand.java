package dev.oddity.kernel;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code uninstall}: takes the kernelspec away, from the place that {@code install} with the same options put it. */
@Command(name = "uninstall", description = "Make Jupyter forget the kernel.", mixinStandardHelpOptions = true)
final class UninstallCommand implements Callable<Integer> {

    @ArgGroup
    private InstallCommand.Place place = new InstallCommand.Place();

    @Option(names = "--dry-run", description = "print what would be removed, remove nothing")
    private boolean dryRun;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        KernelSpecInstaller installer = place.installer();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path folder = installer.folder();
        List<String> others = installer.others();
        String what = others.isEmpty()
                ? folder.toString()
                : folder.resolve(KernelSpec.FILE) + "; not written by install and left there: "
                        + String.join(", ", others);
        if (dryRun) {
            out.println("would remove " + what);
        } else {
            out.println(installer.uninstall() ? "removed " + what : "nothing to remove: no kernelspec in " + folder);
        }
        out.flush();
        return 0;
    }
}
