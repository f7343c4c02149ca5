package dev.oddity.core;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Detectors;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.onnx.OnnxGraph;
import dev.oddity.core.onnx.OnnxValue;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Windows;
import dev.oddity.reproducibility.CanonicalJson;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A fitted detector as one ONNX file: raw columns in, a score for each row out. */
final class OnnxFile {

    private static final String SCORE = "score";

    private OnnxFile() {}

    /**
     * @param metadata texts that are put beside the graph
     * @throws IllegalArgumentException if the detector has no such form
     */
    static byte[] of(
            Experiment.Candidate candidate,
            FittedPreparation preparation,
            TrainedModel model,
            Map<String, String> metadata) {
        if (preparation.layout() instanceof Windows windows) {
            throw new IllegalArgumentException(candidate.detector().name() + "() was fitted on " + windows
                    + ", and ONNX export is for models of single rows; keep this one with save(folder)");
        }
        if (!candidate.detector().exportsOnnx()) {
            throw refusal(candidate);
        }
        OnnxGraph graph = new OnnxGraph(candidate.detector().name());
        OnnxPreparation inputs = new OnnxPreparation(graph, preparation);
        OnnxValue score = model.onnx(inputs.write(), candidate.score()).orElseThrow(() -> refusal(candidate));
        Map<String, String> all = new TreeMap<>(metadata);
        all.put("oddity.numbers", CanonicalJson.of(inputs.numberColumns()));
        all.put("oddity.texts", CanonicalJson.of(inputs.textColumns()));
        return graph.bytes(SCORE, score, all);
    }

    private static IllegalArgumentException refusal(Experiment.Candidate candidate) {
        return new IllegalArgumentException(candidate.detector().name()
                + "() has no ONNX form; keep it with save(folder), or fit one that has: "
                + Detectors.all().stream()
                        .filter(Detector::exportsOnnx)
                        .map(detector -> detector.name() + "()")
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }
}
