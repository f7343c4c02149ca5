package dev.oddity.core;

import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Safetensors;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.datasets.Dataset;
import dev.oddity.reproducibility.Sha256;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The record of a detector that was fitted and not judged: its figures are the threshold and the hash of what it learnt. */
final class FitRecord {

    private FitRecord() {}

    static Map<String, Object> of(
            Experiment experiment,
            Origin origin,
            Dataset dataset,
            TrainedModel model,
            Threshold.Cut cut,
            double fitSeconds,
            List<String> warnings) {
        Experiment.Candidate candidate = experiment.candidates().get(0);
        Map<String, Object> tree = RunHead.of(RunHead.FIT, experiment, origin);
        tree.put("data", RunHead.data(data(dataset), dataset, origin));
        Map<String, Object> fitted = new TreeMap<>();
        fitted.put("seed", experiment.seeds().get(0));
        fitted.put("threshold", Map.of("value", cut.value(), "basis", cut.basis()));
        fitted.put("modelSha256", sha256(model.state()));
        fitted.put("facts", model.facts());
        fitted.put("history", Histories.bounded(model.history()));
        fitted.put("timing", Map.of("fitSeconds", fitSeconds));
        tree.put(
                "models",
                List.of(Map.of(
                        "name", candidate.detector().name(),
                        "model", candidate.describe(),
                        "portable", candidate.detector().portable(),
                        "runs", List.of(fitted))));
        tree.put(
                "notes",
                Stream.concat(dataset.notes().stream(), warnings.stream()).toList());
        if (origin.wasBrokenOff()) {
            FailureRecord.brokenOff(tree);
        }
        return RunHead.writable(tree);
    }

    private static Map<String, Object> data(Dataset dataset) {
        return Map.of(
                "name", dataset.name(),
                "provenance", dataset.provenance().describe(),
                "rows", dataset.rows(),
                "columns", dataset.table().columnCount());
    }

    private static String sha256(ModelState state) {
        return HexFormat.of().formatHex(Sha256.of(Safetensors.write(state.tensors())));
    }
}
