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

/** {@code install}: the kernelspec, and a few lines about what was done. */
@Command(name = "install", description = "Make the kernel known to Jupyter.", mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {

    /** Where to. */
    static final class Place {

        @Option(names = "--user", description = "for the present user (the default)")
        boolean user;

        @Option(names = "--sys-prefix", description = "for the active Python environment")
        boolean sysPrefix;

        @Option(names = "--prefix", paramLabel = "PATH", description = "below PATH/share/jupyter/kernels")
        @Nullable
        Path prefix;

        KernelSpecInstaller installer() {
            if (prefix != null && prefix.toString().isEmpty()) {
                throw new IllegalArgumentException("--prefix is empty, as a variable is that is not set; give a folder,"
                        + " or leave it out to mean the present user");
            }
            if (prefix != null) {
                return KernelSpecInstaller.prefix(prefix);
            }
            return sysPrefix ? KernelSpecInstaller.sysPrefix() : KernelSpecInstaller.user();
        }
    }

    @ArgGroup
    private Place place = new Place();

    @Option(
            names = "--jvm-option",
            paramLabel = "OPTION",
            description = "for the Java that kernels run in, such as -Xmx6g; once for each option")
    private List<String> jvmOptions = List.of();

    @Option(names = "--verbose", description = "print all that was written")
    private boolean verbose;

    @Option(names = "--dry-run", description = "print what would be written, write nothing")
    private boolean dryRun;

    @Option(names = "--no-archive", description = "leave out the file that makes kernels start sooner")
    private boolean noArchive;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        KernelSpecInstaller installer = place.installer();
        StartArchive archive = StartArchive.in(installer.folder());
        KernelSpec plain = KernelSpec.ofThisJvm().withOptions(jvmOptions);
        new JvmOptions(jvmOptions).check(plain);
        KernelSpec kernel = noArchive ? plain : plain.withOptions(archive.options());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(
                dryRun
                        ? "would write " + installer.folder().resolve(KernelSpec.FILE)
                        : "wrote " + installer.install(kernel));
        out.print(dryRun || verbose ? kernel.toJson() : summary(kernel));
        out.flush();
        if (!noArchive) {
            out.println(
                    dryRun ? "would write " + archive.file() + ", so that kernels start sooner" : made(archive, plain));
            out.flush();
        }
        return 0;
    }

    /** What tells this kernel from another. */
    private String summary(KernelSpec kernel) {
        StringBuilder text = new StringBuilder();
        text.append("  kernel: ")
                .append(kernel.displayName())
                .append(", called ")
                .append(KernelSpec.NAME);
        text.append("\n  java: ").append(kernel.java());
        jvmOptions.forEach(option -> text.append(' ').append(option));
        kernel.environment().keySet().stream()
                .filter(variable -> variable.startsWith("LC_"))
                .forEach(variable -> text.append("\n  ")
                        .append(variable)
                        .append(": ")
                        .append(kernel.environment().get(variable))
                        .append(", without which Java could name files in ASCII only here"));
        return text.append('\n').toString();
    }

    private static String made(StartArchive archive, KernelSpec plain) {
        return archive.make(plain.commandOf(Rehearsal.class))
                .map(why -> "no " + archive.file() + ": " + why + "; kernels work all the same but start more slowly")
                .orElse("wrote " + archive.file()
                        + ", so that kernels start sooner; install again after a change of Java or of a jar");
    }
}
