package dev.oddity.core.detector;

import dev.oddity.datasets.NearMiss;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The detectors on the class path, by name. */
public final class Detectors {

    private Detectors() {}

    /** All of them, each with its defaults. */
    public static List<Detector> all() {
        return ServiceLoader.load(Detector.class, Detector.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * The one with this name and these parameters; what is not among them keeps its default.
     *
     * @throws IllegalArgumentException if there is none of this name, or a parameter it does not have
     */
    public static Detector named(String name, Map<String, ?> parameters) {
        List<Detector> known = all();
        Detector detector = known.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no detector '" + name + "' on the class path"
                        + NearMiss.hint(name, known.stream().map(Detector::name).toList()) + " known: "
                        + String.join(
                                ", ",
                                known.stream().map(Detector::name).sorted().toList())));
        return detector.with(detector.parameters().with(parameters));
    }

    /** The one that {@link Detector#describe()} told; what else the tree holds does not matter. */
    @SuppressWarnings("unchecked")
    public static Detector described(Map<?, ?> tree) {
        return named((String) tree.get("name"), (Map<String, ?>) tree.get("parameters"));
    }
}
