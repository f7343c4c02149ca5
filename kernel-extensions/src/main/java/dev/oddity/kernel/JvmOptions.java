package dev.oddity.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Options for the JVM that a user wants kernels to run in, such as {@code -Xmx6g}. Whether Java takes them, Java itself is
 * asked: it starts this class with them.
 */
record JvmOptions(List<String> all) {

    private static final String TAKEN = "taken";
    private static final long PATIENCE_SECONDS = 60;

    /** Says that it runs. Takes no arguments; those of a kernel's command are passed over. */
    public static void main(String[] arguments) {
        System.out.println(TAKEN);
    }

    /**
     * Does nothing if kernels can start with them.
     *
     * @param kernel a kernel that is to be started with them
     * @throws IllegalArgumentException if they can't
     */
    void check(KernelSpec kernel) {
        for (String option : all) {
            if (!option.startsWith("-")) {
                throw refused(option, "it is no option of Java; such begin with a hyphen: -Xmx6g");
            }
            if (option.matches("-cp|-classpath|--class-path(=.*)?")) {
                throw refused(option, "the class path is the kernel's; %classpath and %jars in a notebook add to it");
            }
        }
        if (!all.isEmpty()) {
            refusal(kernel.commandOf(JvmOptions.class)).ifPresent(why -> {
                throw refused(String.join(" ", all), why);
            });
        }
    }

    private static IllegalArgumentException refused(String options, String why) {
        return new IllegalArgumentException("--jvm-option " + options + ": " + why);
    }

    private static Optional<String> refusal(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.of("Java does not begin to run with it in " + PATIENCE_SECONDS + " s");
            }
            List<String> lines = lines(process);
            return lines.contains(TAKEN)
                    ? Optional.empty()
                    : Optional.of("Java starts no kernel with it"
                            + lines.stream()
                                    .findFirst()
                                    .map(line -> ": " + line)
                                    .orElse(""));
        } catch (IOException e) {
            return Optional.of("Java can't be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static List<String> lines(Process process) throws IOException {
        try (InputStream output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
