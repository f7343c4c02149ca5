package dev.oddity.core;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Safetensors;
import dev.oddity.core.detector.Score;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.reproducibility.CanonicalJson;
import dev.oddity.reproducibility.Environment;
import dev.oddity.reproducibility.FileTrouble;
import dev.oddity.reproducibility.Sha256;
import dev.oddity.reproducibility.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fitted detector on disk: {@code detector.json}, and its numbers in {@code model-<hash>.safetensors}, the name beginning
 * with their SHA-256. Numbers are written first, then the description that names them, then those of the detector before are
 * deleted: whenever a save ends, the folder holds the one detector or the other. Format 1 kept them in {@code
 * model.safetensors}.
 */
final class DetectorFolder {

    private static final String DESCRIPTION = "detector.json";
    private static final String FIRST_NUMBERS = "model.safetensors";
    private static final Pattern NUMBERS = Pattern.compile("model(-[0-9a-f]{16})?\\.safetensors");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String KIND = "oddity-detector/";
    private static final int VERSION = 2;
    private static final String FORMAT = KIND + VERSION;
    private static final Gson GSON = new GsonBuilder()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create();

    private DetectorFolder() {}

    static void write(Path folder, FirstFit fit) {
        Map<String, Object> description = new TreeMap<>();
        description.put("format", FORMAT);
        description.put("model", fit.candidate().describe());
        description.put("preparation", fit.preparation().state());
        description.put(
                "threshold",
                Map.of("value", fit.cut().value(), "basis", fit.cut().basis()));
        description.put("facts", fit.state().facts());
        description.put("experiment", fit.experiment());
        description.put("typical", floats(fit.typical()));
        description.put("notes", fit.notes());
        description.put(
                "environment",
                Environment.capture(Path.of(""), Libraries.onClassPath()).tree());
        byte[] numbers = Safetensors.write(fit.state().tensors());
        String sha256 = sha256(numbers);
        description.put("sha256", sha256);
        WholeFile.write(folder.resolve(numbersOf(sha256)), numbers);
        WholeFile.write(folder.resolve(DESCRIPTION), CanonicalJson.pretty(description));
        deleteAllBut(numbersOf(sha256), folder);
    }

    private static String numbersOf(String sha256) {
        return "model-" + sha256.substring(0, 16) + ".safetensors";
    }

    /** Deletes the numbers of detectors that the folder held before. */
    private static void deleteAllBut(String numbers, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (NUMBERS.matcher(name).matches() && !name.equals(numbers)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the detector is saved, but an older one is not deleted from " + folder + ": "
                            + FileTrouble.reason(e),
                    e);
        }
    }

    /** @param named the detector whose name and parameters the folder holds */
    static FittedDetector read(Path folder, Function<Map<String, Object>, Detector> named) {
        Path description = folder.resolve(DESCRIPTION);
        if (!Files.isRegularFile(description)) {
            throw new IllegalArgumentException("no detector in " + folder + ": " + DESCRIPTION
                    + " is missing; give the folder that save(..) wrote");
        }
        try {
            Map<String, Object> tree = GSON.fromJson(Files.readString(description), new TypeToken<>() {});
            requireFormat(description, tree == null ? null : tree.get("format"));
            String sha256 = (String) tree.get("sha256");
            if (!SHA256.matcher(sha256).matches()) {
                throw damaged(description, null);
            }
            Path file = folder.resolve((KIND + 1).equals(tree.get("format")) ? FIRST_NUMBERS : numbersOf(sha256));
            byte[] numbers = Files.readAllBytes(file);
            if (!sha256(numbers).equals(sha256)) {
                throw new IllegalArgumentException(file + " is not the file that " + DESCRIPTION
                        + " was saved with: it is damaged, or of another detector; copy both again, or save the detector"
                        + " again");
            }
            Map<String, Object> model = object(tree, "model");
            Map<String, Object> cut = object(tree, "threshold");
            Detector detector = named.apply(model);
            return new FirstFit(
                            new Experiment.Candidate(detector, score(object(model, "score"))),
                            FittedPreparation.restore(object(tree, "preparation")),
                            new ModelState(Safetensors.read(numbers), object(tree, "facts")),
                            new Threshold.Cut(((Number) cut.get("value")).doubleValue(), (String) cut.get("basis")),
                            (String) tree.get("experiment"),
                            floats((List<?>) tree.get("typical")),
                            Course.UNKNOWN,
                            notes(tree.get("notes")))
                    .detector();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the detector in " + folder + ": " + e.getMessage(), e);
        } catch (JsonParseException
                | ClassCastException
                | NullPointerException
                | ArithmeticException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | StackOverflowError e) {
            throw damaged(description, e);
        }
    }

    private static IllegalArgumentException damaged(Path description, @Nullable Throwable cause) {
        return new IllegalArgumentException(description + " is damaged; save the detector again", cause);
    }

    private static void requireFormat(Path description, @Nullable Object format) {
        if (format instanceof String text && text.matches(KIND + "[1-9]\\d{0,8}")) {
            int version = Integer.parseInt(text.substring(KIND.length()));
            if (version <= VERSION) {
                return;
            }
            throw new IllegalArgumentException(description + " is of the format " + text + ", and this version reads "
                    + FORMAT + "; take the newer Oddity that it was saved with");
        }
        throw new IllegalArgumentException(
                description + " is not of the format " + FORMAT + "; save the detector again with this version");
    }

    /** None in folders that were written before there were any. */
    private static List<String> notes(@Nullable Object kept) {
        return kept == null
                ? List.of()
                : ((List<?>) kept).stream().map(String.class::cast).toList();
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    private static Score score(Map<String, Object> described) {
        String name = (String) described.get("name");
        return switch (name) {
            case "modelScore" -> new Score.ModelScore();
            case "reconstructionError" -> new Score.ReconstructionError();
            case "reconstructionProbability" -> new Score.ReconstructionProbability(samples(described));
            case "elbo" -> new Score.Elbo(samples(described));
            case "klDivergence" -> new Score.KlDivergence();
            case "latentDistance" -> new Score.LatentDistance();
            case "criticScore" -> new Score.CriticScore();
            case "featureMatching" -> new Score.FeatureMatching();
            case "latentSearch" ->
                new Score.LatentSearch(((Number) object(described, "parameters").get("steps")).intValue());
            default -> throw new IllegalArgumentException("no score '" + name + "' in this version");
        };
    }

    private static int samples(Map<String, Object> described) {
        return ((Number) object(described, "parameters").get("samples")).intValue();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> tree, String key) {
        return (Map<String, Object>) tree.get(key);
    }

    private static List<Float> floats(float[] numbers) {
        List<Float> list = new ArrayList<>();
        for (float number : numbers) {
            list.add(number);
        }
        return list;
    }

    private static float[] floats(List<?> list) {
        float[] numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ((Number) list.get(i)).floatValue();
        }
        return numbers;
    }
}
