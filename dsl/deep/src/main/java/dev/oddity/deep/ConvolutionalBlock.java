package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;

/**
 * How convolutions over images are dressed: batch norm by channel, activation and dropout, in this order; see {@link
 * DenseBlock#define} for the parameters.
 */
record ConvolutionalBlock(Activation activation, boolean batchNorm, double dropout) {

    static ConvolutionalBlock of(Parameters parameters) {
        return new ConvolutionalBlock(
                Activation.named(parameters.text("activation")),
                parameters.flag("batchNorm"),
                parameters.real("dropout"));
    }

    /** A convolution of 3 × 3, dressed. */
    Layer convolution(Layout layout, String name, int in, int out, int stride) {
        Layer layer = Convolution.ofImages(layout, name, in, out, stride);
        if (batchNorm) {
            layer = layer.then(BatchNorm.in(layout, name + ".norm", out));
        }
        layer = layer.then(activation);
        return dropout > 0 ? layer.then(new Dropout((float) dropout)) : layer;
    }
}
