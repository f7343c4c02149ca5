package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;

/** Window → dilated convolutions → few channels at every pool-th step, and back. */
final class TemporalConvAutoencoderNetwork {

    private TemporalConvAutoencoderNetwork() {}

    static EncoderDecoder of(Parameters parameters, WindowShape window) {
        Layout layout = new Layout();
        int channels = parameters.integer("channels");
        int kernel = parameters.integer("kernel");
        int[] dilations = parameters.integers("dilations");
        int latent = parameters.integer("latent");
        int pool = Math.min(parameters.integer("pool"), window.steps());
        int coarse = (window.steps() + pool - 1) / pool;
        Layer encoder = Reshape.rows(window.steps(), window.features())
                .then(new Swap())
                .then(Convolution.ofSeries(layout, "encoder.in", window.features(), channels, 1, 1))
                .then(TemporalBlock.stack(layout, "encoder", channels, kernel, dilations))
                .then(Convolution.ofSeries(layout, "encoder.out", channels, latent, 1, 1))
                .then(new AveragePool(pool))
                .then(Reshape.rows((long) latent * coarse));
        Layer decoder = Reshape.rows(latent, coarse)
                .then(new Upsample(window.steps()))
                .then(Convolution.ofSeries(layout, "decoder.in", latent, channels, 1, 1))
                .then(TemporalBlock.stack(layout, "decoder", channels, kernel, Widths.reversed(dilations)))
                .then(Convolution.ofSeries(layout, "decoder.out", channels, window.features(), 1, 1))
                .then(new Swap())
                .then(Reshape.rows((long) window.steps() * window.features()));
        return new EncoderDecoder(layout, encoder, decoder, EncoderDecoder.block((long) channels * window.steps()));
    }
}
