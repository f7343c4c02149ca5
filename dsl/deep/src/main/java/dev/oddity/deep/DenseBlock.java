package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * How dense layers are dressed: linear, then batch norm, activation and dropout, in this order.
 *
 * @param batchNorm whether there is batch norm
 * @param dropout the share dropped, 0 for none
 */
record DenseBlock(Activation activation, boolean batchNorm, double dropout) {

    static Parameters define(Parameters parameters, String activation, boolean batchNorm, double dropout) {
        return parameters
                .define("activation", activation, Rule.oneOf(Activation.words()))
                .define("batchNorm", batchNorm, Rule.any())
                .define("dropout", dropout, Rule.between(0, 1));
    }

    static DenseBlock of(Parameters parameters) {
        return new DenseBlock(
                Activation.named(parameters.text("activation")),
                parameters.flag("batchNorm"),
                parameters.real("dropout"));
    }

    /** Layers of these widths, each dressed. {@code widths} starts with the width of the rows that come in. */
    Smooth stack(Layout layout, String name, int... widths) {
        List<Smooth> stack = new ArrayList<>();
        for (int i = 1; i < widths.length; i++) {
            String place = name + "." + (i - 1);
            stack.add(Linear.in(layout, place, widths[i - 1], widths[i]));
            if (batchNorm) {
                stack.add(BatchNorm.in(layout, place + ".norm", widths[i]));
            }
            stack.add(activation);
            if (dropout > 0) {
                stack.add(new Dropout((float) dropout));
            }
        }
        return new Smooth.Chain(stack);
    }
}
