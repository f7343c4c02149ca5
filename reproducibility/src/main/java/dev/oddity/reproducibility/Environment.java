package dev.oddity.reproducibility;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param simd instruction sets by which native kernels differ, such as {@code avx2}; none where the host does not tell
 * @param cores processors available to this JVM
 * @param memoryBytes the machine's (or container's) memory
 * @param gpus name, driver and memory of each, as NVIDIA's own tool tells; none where it is missing
 * @param variables of the environment that decide how many native threads run, on which devices, and with which libraries
 * @param commit of the code, if it runs in a git checkout
 * @param libraries versions by name, as the caller knows them
 */
public record Environment(
        String javaVendor,
        String javaVersion,
        String os,
        String cpu,
        List<String> simd,
        int cores,
        long memoryBytes,
        List<String> gpus,
        SortedMap<String, String> variables,
        Optional<Commit> commit,
        SortedMap<String, String> libraries) {

    /**
     * The variables that decide how native sums are cut into pieces. Native libraries read them when they are loaded, so whoever
     * wants others needs another process.
     */
    public static final List<String> OF_NATIVE_SUMS =
            List.of("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "CUBLAS_WORKSPACE_CONFIG");

    private static final List<String> OF_DEVICES_AND_LIBRARIES =
            List.of("CUDA_VISIBLE_DEVICES", "PYTORCH_LIBRARY_PATH", "PYTORCH_FLAVOR");

    public Environment {
        simd = List.copyOf(simd);
        gpus = List.copyOf(gpus);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
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
                Processor.instructionSets(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
                Gpus.PRESENT,
                told(System.getenv()),
                Commit.of(folder),
                new TreeMap<>(libraries));
    }

    /** As a tree for {@link CanonicalJson}; memory is text there, since JSON numbers end at 2⁵³. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("oddity", OddityVersion.CURRENT);
        OddityVersion.COMMIT.ifPresent(built -> tree.put("oddityCommit", built));
        tree.put("java", Map.of("vendor", javaVendor, "version", javaVersion));
        tree.put("os", os);
        tree.put("cpu", cpu);
        tree.put("simd", simd);
        tree.put("cores", cores);
        tree.put("memoryBytes", Long.toString(memoryBytes));
        tree.put("gpus", gpus);
        tree.put("variables", variables);
        commit.ifPresent(at -> tree.put("commit", at.tree()));
        tree.put("libraries", libraries);
        tree.put("librariesSha256", CanonicalJson.sha256(libraries));
        return tree;
    }

    static SortedMap<String, String> told(Map<String, String> environment) {
        SortedMap<String, String> told = new TreeMap<>(environment);
        told.keySet().removeIf(name -> !OF_NATIVE_SUMS.contains(name) && !OF_DEVICES_AND_LIBRARIES.contains(name));
        return told;
    }

    private static String property(String name) {
        return System.getProperty(name);
    }
}
