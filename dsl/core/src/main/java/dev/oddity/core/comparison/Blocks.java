package dev.oddity.core.comparison;

import dev.oddity.core.evaluation.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the tests are made on: every model's figure on the same seeds of one data set, or, where there are several, its mean
 * on each data set.
 *
 * @param models those with a figure in every block
 * @param kind what a block is: {@code seeds} or {@code data sets}
 * @param values by block, then by model
 */
record Blocks(List<String> models, String kind, double[][] values) {

    private static final double LEVEL = .05;

    static Blocks of(Board board, Metric metric) {
        List<String> models = board.modelsEverywhere();
        List<double[]> blocks = new ArrayList<>();
        if (board.dataSets().size() > 1) {
            for (String dataSet : board.dataSets()) {
                blocks.add(models.stream()
                        .mapToDouble(model -> board.result(model, dataSet)
                                .orElseThrow()
                                .metric(metric)
                                .mean())
                        .toArray());
            }
            return new Blocks(models, "data sets", blocks.toArray(double[][]::new));
        }
        String only = board.dataSets().get(0);
        for (long seed : board.seeds(models, only)) {
            blocks.add(models.stream()
                    .mapToDouble(model -> board.figure(model, only, seed, metric))
                    .toArray());
        }
        return new Blocks(models, "seeds", blocks.toArray(double[][]::new));
    }

    /** What they are, in the number that there are. */
    String unit() {
        return values.length == 1 ? kind.substring(0, kind.length() - 1) : kind;
    }

    /** Whether there is anything to pair. */
    boolean paired() {
        return values.length > 1 && models.size() > 1;
    }

    /** Mean ranks, 1 = best, and Friedman's test. */
    Friedman friedman(boolean higherIsBetter) {
        double[][] higherBetter = new double[values.length][];
        for (int block = 0; block < values.length; block++) {
            higherBetter[block] = values[block].clone();
            for (int model = 0; model < models.size(); model++) {
                higherBetter[block][model] *= higherIsBetter ? 1 : -1;
            }
        }
        return Friedman.of(higherBetter);
    }

    /** Every two models, the most telling first. */
    List<PairedTest> tests() {
        List<PairedTest> tests = new ArrayList<>();
        for (int first = 0; paired() && first < models.size(); first++) {
            for (int second = first + 1; second < models.size(); second++) {
                tests.add(test(first, second));
            }
        }
        double[] holm = Holm.adjust(tests.stream().mapToDouble(PairedTest::p).toArray());
        List<PairedTest> corrected = new ArrayList<>();
        for (int i = 0; i < holm.length; i++) {
            PairedTest test = tests.get(i);
            corrected.add(new PairedTest(
                    test.first(), test.second(), test.difference(), test.interval(), test.pairs(), test.p(), holm[i]));
        }
        corrected.sort((a, b) -> Double.compare(a.p(), b.p()));
        return corrected;
    }

    private PairedTest test(int first, int second) {
        double[] differences = new double[values.length];
        double sum = 0;
        for (int block = 0; block < values.length; block++) {
            differences[block] = values[block][first] - values[block][second];
            sum += differences[block];
        }
        Wilcoxon test = Wilcoxon.of(differences);
        return new PairedTest(
                models.get(first),
                models.get(second),
                sum / values.length,
                Bootstrap.ofMean(differences, kind),
                test.pairs(),
                test.p(),
                test.p());
    }

    /** What a reader of the p-values must know. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (models.size() < 2) {
            notes.add("no two models have figures on all data sets, so there is nothing to rank or test");
        } else if (values.length < 2) {
            notes.add(
                    "one run gives no pairs to test: repeat it with .seeds(6) or more, or compare over several data sets");
        } else {
            int tests = models.size() * (models.size() - 1) / 2;
            double least = Wilcoxon.least(values.length);
            if (Math.min(1, tests * least) > LEVEL) {
                int enough = values.length;
                while (tests * Wilcoxon.least(enough) > LEVEL) {
                    enough++;
                }
                notes.add(String.format(
                        Locale.ROOT,
                        "with %d %s Wilcoxon's test cannot go below p = %.4g%s, so it can call no difference significant"
                                + " at 0.05 here, however large; %d %s would do",
                        values.length,
                        kind,
                        least,
                        tests == 1
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        ", or %.4g after Holm's correction for %d tests",
                                        Math.min(1, tests * least),
                                        tests),
                        enough,
                        kind));
            }
            if (kind.equals("seeds")) {
                notes.add(
                        "seeds divide the same rows anew, so their figures are not independent: the tests speak of this"
                                + " data set only, and rather too boldly (Nadeau and Bengio, 2003)");
            }
        }
        return notes;
    }
}
