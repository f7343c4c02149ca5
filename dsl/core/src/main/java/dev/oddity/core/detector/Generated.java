package dev.oddity.core.detector;

import dev.oddity.datasets.Features;

/**
 * What a generator made of its noise when so many epochs were over. The noise is the same every time, so that row i is
 * the same sample getting better.
 *
 * @param epoch how many were over
 * @param rows in the shape of the training rows
 */
public record Generated(int epoch, Features rows) {}
