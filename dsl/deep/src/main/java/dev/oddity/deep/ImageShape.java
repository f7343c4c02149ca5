package dev.oddity.deep;

import java.util.Arrays;

/** Rows that are images; a row of height × width is an image of one channel. */
record ImageShape(int channels, int height, int width) {

    static ImageShape of(String detector, long[] shape) {
        int[] sizes = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
        return switch (sizes.length) {
            case 2 -> new ImageShape(1, sizes[0], sizes[1]);
            case 3 -> new ImageShape(sizes[0], sizes[1], sizes[2]);
            default ->
                throw new IllegalArgumentException(detector + "(): a row has the shape " + Arrays.toString(shape)
                        + "; it learns from images, channels × height × width, such as those of digits() and mnist()."
                        + " For the rows of a table take a dense model such as autoencoder()");
        };
    }

    /** The image that a convolution of kernel 3, padding 1 and stride 2 makes of it: half as high and wide, rounded up. */
    ImageShape halved(int channels) {
        return new ImageShape(channels, (height + 1) / 2, (width + 1) / 2);
    }

    int size() {
        return Math.multiplyExact(Math.multiplyExact(channels, height), width);
    }
}
