package dev.oddity.deep;

import dev.oddity.datasets.Features;

/** Says why a loss is no number any more, and what helps. */
final class Diverged {

    private static final float UNSCALED = 1000;

    private Diverged() {}

    static String sentence(String detector, String curve, double loss, int epoch, Training training, Features train) {
        int largest = 0;
        for (int i = 0; i < train.values().length; i++) {
            if (Math.abs(train.values()[i]) > Math.abs(train.values()[largest])) {
                largest = i;
            }
        }
        float value = train.values()[largest];
        String name = train.names().isEmpty()
                ? "column " + largest % train.columns()
                : "column '" + train.names().get(largest % train.columns()) + "'";
        String fix = Math.abs(value) > UNSCALED
                ? "scale the columns: " + name + " reaches " + value
                : "make learningRate(" + training.learningRate() + ") smaller"
                        + (training.clipNorm() > 0
                                ? ", or clipNorm(" + training.clipNorm() + ")"
                                : ", or shorten long gradients with clipNorm(1)");
        return detector + "(): the " + curve + " became " + (Double.isNaN(loss) ? "NaN" : "infinite") + " in epoch "
                + epoch + " of " + training.epochs() + "; " + fix;
    }
}
