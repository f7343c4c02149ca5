package dev.oddity.reproducibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The processor's model name: Linux, macOS and Windows each keep it elsewhere. */
final class Processor {

    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private Processor() {}

    static String model() {
        return linux(LINUX)
                .or(() -> HostCommand.output(Path.of("."), "sysctl", "-n", "machdep.cpu.brand_string"))
                .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")))
                .orElse(System.getProperty("os.arch"));
    }

    /** The first {@code model name} of a file in the form of {@code /proc/cpuinfo}; ARM kernels write none. */
    static Optional<String> linux(Path cpuinfo) {
        if (!Files.isReadable(cpuinfo)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
