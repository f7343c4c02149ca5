package dev.oddity.reproducibility;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where numbers were made: what may move them although code, data and seeds are the same.
 *
 * @param javaVendor such as {@code Eclipse Adoptium}
 * @param javaVersion the runtime's full version, such as {@code 17.0.15+6}
 * @param os name, version and architecture
 * @param cpu the processor's model name, or its architecture where the host does not tell
 * @param cores processors available to this JVM
 * @param memoryBytes the machine's (or container's) memory
 * @param commit of the code, if it runs in a git checkout
 * @param libraries versions by name, as the caller knows them
 */
public record Environment(
        String javaVendor,
        String javaVersion,
        String os,
        String cpu,
        int cores,
        long memoryBytes,
        Optional<Commit> commit,
        SortedMap<String, String> libraries) {

    public Environment {
        libraries = Collections.unmodifiableSortedMap(new TreeMap<>(libraries));
    }

    /**
     * Of this JVM, now.
     *
     * @param folder where the code lies, to find its commit
     * @param libraries versions to write down, by name: {@code Map.of("DJL", "0.35.1")}
     */
    public static Environment capture(Path folder, Map<String, String> libraries) {
        return new Environment(
                System.getProperty("java.vendor"),
                Runtime.version().toString(),
                "%s %s (%s)".formatted(property("os.name"), property("os.version"), property("os.arch")),
                Processor.model(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
                Commit.of(folder),
                new TreeMap<>(libraries));
    }

    /** As a tree for {@link CanonicalJson}; memory is text there, since JSON numbers end at 2⁵³. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("java", Map.of("vendor", javaVendor, "version", javaVersion));
        tree.put("os", os);
        tree.put("cpu", cpu);
        tree.put("cores", cores);
        tree.put("memoryBytes", Long.toString(memoryBytes));
        commit.ifPresent(at -> tree.put("commit", Map.of("id", at.id(), "dirty", at.dirty())));
        tree.put("libraries", libraries);
        return tree;
    }

    private static String property(String name) {
        return System.getProperty(name);
    }
}
