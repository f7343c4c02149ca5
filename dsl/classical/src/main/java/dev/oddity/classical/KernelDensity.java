package dev.oddity.classical;

import dev.oddity.core.detector.ModelState;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.stream.IntStream;

/** −log of a Gaussian kernel density over kept rows, which are distinct and each stand for as many as were repeated. */
final class KernelDensity {

    private final Features kept;
    private final double[] counts;
    private final GaussianKernel kernel;

    /** Log of the volume under one kernel. */
    private final double volume;

    private KernelDensity(Features kept, double[] counts, double bandwidth) {
        this.kept = kept;
        this.counts = counts;
        this.kernel = new GaussianKernel(kept.values(), kept.columns(), counts, 1 / (2 * bandwidth * bandwidth));
        this.volume = kept.columns() * Math.log(Math.sqrt(2 * Math.PI) * bandwidth);
    }

    static KernelDensity of(ModelState state) {
        return new KernelDensity(
                Features.of(state.tensor("rows").floats(), state.tensor("rows").shape()[1]),
                state.tensor("counts").doubles(),
                state.tensor("bandwidth").doubles()[0]);
    }

    int columns() {
        return kept.columns();
    }

    double[] surprise(Features rows) {
        return surprises(kernel.logSums(rows, -1), Arrays.stream(counts).sum());
    }

    /** Of the rows that were fitted, those that were kept being left out of their own density if there are others. */
    double[] trainingSurprise(Features train) {
        double others = Arrays.stream(counts).sum() - 1;
        int[] places = new KeptRows(kept, counts).places(train);
        int[] passedOver = IntStream.range(0, places.length)
                .filter(row -> places[row] < 0 || others == 0)
                .toArray();
        RowScorer asNew = this::surprise;
        double[] news = asNew.inParallel().onDistinctRows().score(train.select(passedOver));
        double[] own = others == 0 ? new double[1] : ownSurprise(others);
        double[] scores = new double[places.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = own[Math.max(0, places[row])];
        }
        for (int i = 0; i < passedOver.length; i++) {
            scores[passedOver[i]] = news[i];
        }
        return scores;
    }

    private double[] ownSurprise(double others) {
        double[] own = new double[counts.length];
        int chunks = (own.length + RowScorer.CHUNK - 1) / RowScorer.CHUNK;
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            int from = chunk * RowScorer.CHUNK;
            int to = Math.min(from + RowScorer.CHUNK, own.length);
            double[] part = surprises(kernel.logSums(kept.slice(from, to), from), others);
            System.arraycopy(part, 0, own, from, to - from);
        });
        return own;
    }

    private double[] surprises(double[] logSums, double rows) {
        for (int row = 0; row < logSums.length; row++) {
            logSums[row] = volume + Math.log(rows) - logSums[row];
        }
        return logSums;
    }
}
