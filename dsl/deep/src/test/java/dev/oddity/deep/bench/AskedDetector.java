package dev.oddity.deep.bench;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.ensemble.Ensemble;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A detector as the command line names it, {@code vae:latent=8:hidden=[64,32]}: its name, then parameters. Several are an
 * ensemble: {@code autoencoder+knn:k=1+lof}, the mean of their standardised scores, or {@code autoencoder+lof%meanRank}.
 */
final class AskedDetector {

    private AskedDetector() {}

    /** Found on the class path: with {@code dsl/classical} there, its detectors too. */
    static Detector named(String asked) {
        String[] sides = asked.split("%");
        List<Detector> members =
                Arrays.stream(sides[0].split("\\+")).map(AskedDetector::one).toList();
        if (members.size() == 1) {
            return members.get(0);
        }
        return sides.length == 1 ? new Ensemble(members) : new Ensemble(members).combine(sides[1]);
    }

    private static Detector one(String asked) {
        String[] parts = asked.split(":");
        Detector detector = ServiceLoader.load(Detector.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(known -> known.name().equals(parts[0]))
                .findFirst()
                .orElseThrow();
        for (String change : Arrays.asList(parts).subList(1, parts.length)) {
            String[] sides = change.split("=");
            detector = detector.with(sides[0], value(sides[1]));
        }
        return detector;
    }

    private static Object value(String text) {
        if (text.startsWith("[")) {
            return numbers(text.substring(1, text.length() - 1));
        }
        if (text.matches("true|false")) {
            return Boolean.valueOf(text);
        }
        if (text.matches("-?\\d+")) {
            return Integer.valueOf(text);
        }
        return text.matches("[-\\d.eE]+") ? Double.valueOf(text) : text;
    }

    private static List<Integer> numbers(String list) {
        return list.isEmpty()
                ? List.of()
                : Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
    }
}
