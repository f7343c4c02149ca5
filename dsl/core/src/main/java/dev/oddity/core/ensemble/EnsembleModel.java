package dev.oddity.core.ensemble;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fitted members and what places their scores on one scale. In its state the tensors of member i stand under {@code i/},
 * its scale as {@code scale/i}, its facts as the i-th of {@code members}.
 */
final class EnsembleModel implements TrainedModel {

    static final Score MEMBER_SCORE = new Score.ModelScore();

    private static final String SCALE = "scale/";
    private static final String MEMBERS = "members";

    private final Combination combination;
    private final List<Detector> members;
    private final List<TrainedModel> models;
    private final List<double[]> scales;

    EnsembleModel(Combination combination, List<Detector> members, List<TrainedModel> models, List<double[]> scales) {
        this.combination = combination;
        this.members = members;
        this.models = models;
        this.scales = scales;
    }

    static EnsembleModel restore(Combination combination, List<Detector> members, ModelState state) {
        List<TrainedModel> models = new ArrayList<>();
        List<double[]> scales = new ArrayList<>();
        try {
            for (int member = 0; member < members.size(); member++) {
                Map<String, Tensor> own = new LinkedHashMap<>();
                String prefix = member + "/";
                state.tensors().forEach((name, tensor) -> {
                    if (name.startsWith(prefix)) {
                        own.put(name.substring(prefix.length()), tensor);
                    }
                });
                scales.add(state.tensor(SCALE + member).doubles());
                models.add(members.get(member).restore(new ModelState(own, facts(state, member))));
            }
        } catch (RuntimeException | Error failure) {
            models.forEach(TrainedModel::close);
            throw failure;
        }
        return new EnsembleModel(combination, members, models, scales);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(ModelState state, int member) {
        return (Map<String, Object>) ((List<?>) state.facts().get(MEMBERS)).get(member);
    }

    @Override
    public double[] score(Features rows, Score score) {
        return joined(rows, model -> model.score(rows, MEMBER_SCORE));
    }

    @Override
    public double[] trainingScores(Features train, Score score) {
        return joined(train, model -> model.trainingScores(train, MEMBER_SCORE));
    }

    private double[] joined(Features rows, Function<TrainedModel, double[]> scores) {
        Finite.check("ensemble", rows);
        double[][] placed = new double[models.size()][];
        for (int member = 0; member < placed.length; member++) {
            placed[member] = scores.apply(models.get(member)).clone();
            combination.place(placed[member], scales.get(member));
        }
        return combination.join(placed);
    }

    @Override
    public Optional<double[]> contributions(Features rows, Score score) {
        Finite.check("ensemble", rows);
        double[] shares = new double[rows.values().length];
        for (TrainedModel model : models) {
            Optional<double[]> own = model.contributions(rows, MEMBER_SCORE);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            addShares(own.get(), rows.columns(), shares);
        }
        return Optional.of(shares);
    }

    private void addShares(double[] own, int columns, double[] shares) {
        for (int from = 0; from < own.length; from += columns) {
            double whole = 0;
            for (int at = from; at < from + columns; at++) {
                whole += Math.abs(own[at]);
            }
            for (int at = from; whole > 0 && at < from + columns; at++) {
                shares[at] += own[at] / whole / models.size();
            }
        }
    }

    @Override
    public ModelState state() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        List<Map<String, Object>> facts = new ArrayList<>();
        for (int member = 0; member < models.size(); member++) {
            String prefix = member + "/";
            ModelState own = models.get(member).state();
            own.tensors().forEach((name, tensor) -> tensors.put(prefix + name, tensor));
            tensors.put(SCALE + member, Tensor.of(scales.get(member)));
            facts.add(own.facts());
        }
        return new ModelState(tensors, Map.of(MEMBERS, facts));
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(MEMBERS, models.stream().map(TrainedModel::facts).toList());
    }

    /** The members' curves, each under its member's words and its own name. */
    @Override
    public Map<String, List<Double>> history() {
        Map<String, List<Double>> curves = new LinkedHashMap<>();
        for (int member = 0; member < models.size(); member++) {
            String words = (member + 1) + ". " + members.get(member).name() + " ";
            models.get(member).history().forEach((name, curve) -> curves.put(words + name, curve));
        }
        return curves;
    }

    @Override
    public void close() {
        models.forEach(TrainedModel::close);
    }
}
