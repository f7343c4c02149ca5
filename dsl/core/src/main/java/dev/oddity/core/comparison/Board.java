package dev.oddity.core.comparison;

import dev.oddity.core.Experiment;
import dev.oddity.core.ModelResult;
import dev.oddity.core.Report;
import dev.oddity.core.Run;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.reproducibility.CanonicalJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who was judged on what: the models of all reports, each under one name, on the data sets of all reports. Data of one name
 * that is split or prepared in another way is another data set.
 *
 * @param models names, in the order of the reports
 * @param dataSets names, in the order of the reports
 * @param results by model, then by data set; only where there are figures
 */
record Board(List<String> models, List<String> dataSets, Map<String, Map<String, ModelResult>> results) {

    static Board of(List<Report> reports) {
        Map<String, String> dataNames = dataNames(reports);
        boolean twice = modelsComeTwice(reports);
        Set<String> shared = sharedNames(reports);
        Map<String, Map<String, ModelResult>> results = new LinkedHashMap<>();
        for (Report report : reports) {
            String data = dataNames.get(key(report.experiment()));
            for (ModelResult model : report.models()) {
                Experiment.Candidate candidate = model.candidate();
                String name = (shared.contains(candidate.detector().name())
                                ? candidate.toString()
                                : candidate.detector().name())
                        + (twice ? " (" + report.experiment().name() + ")" : "");
                Map<String, ModelResult> onData = results.computeIfAbsent(name, any -> new LinkedHashMap<>());
                if (model.judged() && onData.put(data, model) != null) {
                    throw new IllegalArgumentException("two experiments named \""
                            + report.experiment().name() + "\" judged " + candidate + " on " + data
                            + ": give each experiment a name of its own, so that their models can be told apart");
                }
            }
        }
        return new Board(List.copyOf(results.keySet()), List.copyOf(new LinkedHashSet<>(dataNames.values())), results);
    }

    Optional<ModelResult> result(String model, String dataSet) {
        return Optional.ofNullable(results.get(model).get(dataSet));
    }

    /** Those with figures on every data set that failed with no seed: a few seeds' mean is no match for that of all. */
    List<String> modelsEverywhere() {
        return models.stream()
                .filter(model -> results.get(model).size() == dataSets.size())
                .filter(model -> failedOn(model).isEmpty())
                .toList();
    }

    /** The data sets on which a model has figures of some seeds and failed with another. */
    List<String> failedOn(String model) {
        return dataSets.stream()
                .filter(dataSet -> result(model, dataSet)
                        .filter(result -> !result.failure().isEmpty())
                        .isPresent())
                .toList();
    }

    /** Seeds with which all these models were run on a data set. */
    List<Long> seeds(Collection<String> chosen, String dataSet) {
        List<Long> common = null;
        for (String model : chosen) {
            List<Long> seeds = result(model, dataSet).orElseThrow().runs().stream()
                    .map(Run::seed)
                    .toList();
            common = common == null
                    ? seeds
                    : common.stream().filter(seeds::contains).toList();
        }
        return common == null ? List.of() : common;
    }

    double figure(String model, String dataSet, long seed, Metric metric) {
        return result(model, dataSet).orElseThrow().runs().stream()
                .filter(run -> run.seed() == seed)
                .findFirst()
                .orElseThrow()
                .figure(metric);
    }

    private static String key(Experiment experiment) {
        return CanonicalJson.of(experiment.data().describe());
    }

    /** By key: the data set's name; where two share one, the experiment's, with a number where even these are equal. */
    private static Map<String, String> dataNames(List<Report> reports) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> experiments = new LinkedHashMap<>();
        for (Report report : reports) {
            String key = key(report.experiment());
            names.put(key, report.data().name());
            experiments.putIfAbsent(key, report.experiment().name());
        }
        if (Set.copyOf(names.values()).size() == names.size()) {
            return names;
        }
        Map<String, Integer> seen = new HashMap<>();
        experiments.replaceAll((key, name) -> {
            int times = seen.merge(name, 1, Integer::sum);
            return times == 1 ? name : name + " (" + times + ")";
        });
        return experiments;
    }

    private static boolean modelsComeTwice(List<Report> reports) {
        Set<String> seen = new LinkedHashSet<>();
        return reports.stream()
                .flatMap(report ->
                        report.models().stream().map(model -> key(report.experiment()) + '\n' + model.candidate()))
                .anyMatch(model -> !seen.add(model));
    }

    /** The detectors' names that two different models share. */
    private static Set<String> sharedNames(List<Report> reports) {
        Map<String, Set<String>> sentences = new LinkedHashMap<>();
        List<ModelResult> all = new ArrayList<>();
        reports.forEach(report -> all.addAll(report.models()));
        all.forEach(model -> sentences
                .computeIfAbsent(model.candidate().detector().name(), any -> new LinkedHashSet<>())
                .add(model.candidate().toString()));
        return sentences.entrySet().stream()
                .filter(same -> same.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
