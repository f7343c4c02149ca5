package dev.oddity.classical;

import dev.oddity.core.detector.ModelState;
import dev.oddity.datasets.Features;
import java.util.stream.IntStream;

/** −log of a Gaussian kernel density over kept rows, which are distinct and each stand for as many as were repeated. */
final class KernelDensity {

    private final KeptRows kept;
    private final GaussianKernel kernel;

    /** Log of the volume under one kernel. */
    private final double volume;

    private KernelDensity(KeptRows kept, double bandwidth) {
        this.kept = kept;
        this.kernel = new GaussianKernel(
                kept.rows().values(), kept.columns(), kept.counts(), 1 / (2 * bandwidth * bandwidth));
        this.volume = kept.columns() * Math.log(Math.sqrt(2 * Math.PI) * bandwidth);
    }

    static KernelDensity of(ModelState state) {
        return new KernelDensity(KeptRows.of(state), state.tensor("bandwidth").doubles()[0]);
    }

    int columns() {
        return kept.columns();
    }

    double[] surprise(Features rows) {
        return surprises(kernel.logSums(rows, -1), kept.fitted());
    }

    /** Of the rows that were fitted, those that were kept being left out of their own density if there are others. */
    double[] trainingSurprise(Features train) {
        double others = kept.fitted() - 1;
        int[] places = kept.places(train);
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
        double[] own = new double[kept.counts().length];
        RowScorer.inChunks(own.length, (from, to) -> {
            double[] part = surprises(kernel.logSums(kept.rows().slice(from, to), from), others);
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
