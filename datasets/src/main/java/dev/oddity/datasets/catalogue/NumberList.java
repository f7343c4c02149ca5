package dev.oddity.datasets.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers of a column whose length is not known: kept in pieces, so that growing copies nothing and wastes little. */
final class NumberList {

    private static final int PIECE = 1 << 15;

    private final List<double[]> full = new ArrayList<>();
    private double[] piece = new double[16];
    private int at;

    void add(double number) {
        if (at == piece.length) {
            grow();
        }
        piece[at++] = number;
    }

    private void grow() {
        if (piece.length < PIECE) {
            piece = Arrays.copyOf(piece, 2 * piece.length);
        } else {
            full.add(piece);
            piece = new double[PIECE];
            at = 0;
        }
    }

    int size() {
        return full.size() * PIECE + at;
    }

    double[] toArray() {
        double[] all = new double[size()];
        int to = 0;
        for (double[] part : full) {
            System.arraycopy(part, 0, all, to, PIECE);
            to += PIECE;
        }
        System.arraycopy(piece, 0, all, to, at);
        return all;
    }
}
