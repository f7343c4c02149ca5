package dev.oddity.reproducibility;

import java.nio.file.Path;
import java.util.List;

/** The GPUs of the machine, asked for once: they do not change while a JVM runs. */
final class Gpus {

    static final List<String> PRESENT = HostCommand.output(
                    Path.of("."), "nvidia-smi", "--query-gpu=name,driver_version,memory.total", "--format=csv,noheader")
            .map(text -> text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList())
            .orElse(List.of());

    private Gpus() {}
}
