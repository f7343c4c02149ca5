package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import java.util.ArrayDeque;
import java.util.Deque;

/** Image → convolutions of stride 2 → code, and the mirror: code → (upsample, convolution) … → image. */
final class ConvAutoencoderNetwork {

    private ConvAutoencoderNetwork() {}

    static EncoderDecoder of(Parameters parameters, ImageShape image) {
        Layout layout = new Layout();
        ConvolutionalBlock block = ConvolutionalBlock.of(parameters);
        int[] channels = parameters.integers("channels");
        if (channels.length == 0) {
            throw new IllegalArgumentException(parameters.owner()
                    + "().channels(): without a convolution it is no convolutional network; give at least one number, or"
                    + " take autoencoder()");
        }
        int latent = parameters.integer("latent");
        Layer encoder = Reshape.rows(image.channels(), image.height(), image.width());
        Deque<ImageShape> larger = new ArrayDeque<>();
        ImageShape at = image;
        for (int i = 0; i < channels.length; i++) {
            encoder = encoder.then(block.convolution(layout, "encoder." + i, at.channels(), channels[i], 2));
            larger.push(at);
            at = at.halved(channels[i]);
        }
        encoder = encoder.then(Reshape.rows(at.size())).then(Linear.in(layout, "encoder.out", at.size(), latent));
        Layer decoder = Linear.in(layout, "decoder.in", latent, at.size())
                .then(block.activation())
                .then(Reshape.rows(at.channels(), at.height(), at.width()));
        for (int i = 0; !larger.isEmpty(); i++) {
            ImageShape next = larger.pop();
            String name = larger.isEmpty() ? "decoder.out" : "decoder." + i;
            decoder = decoder.then(new Upsample(next.height(), next.width()))
                    .then(
                            larger.isEmpty()
                                    ? Convolution.ofImages(layout, name, at.channels(), next.channels(), 1)
                                    : block.convolution(layout, name, at.channels(), next.channels(), 1));
            at = next;
        }
        long largest = (long) channels[0] * image.height() * image.width();
        return new EncoderDecoder(
                layout, encoder, decoder.then(Reshape.rows(image.size())), EncoderDecoder.block(largest));
    }
}
