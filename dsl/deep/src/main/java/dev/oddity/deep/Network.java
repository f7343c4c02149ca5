package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Score;

/** A network, what it is trained for and how it scores. It has no values; they come with the {@link Pass}. */
interface Network {

    /** The tensors it needs. */
    Layout layout();

    /**
     * What training makes small: the mean over the rows, one number.
     *
     * @param rows rows × columns
     */
    NDArray loss(NDArray rows, Pass pass);

    /** One number per row, higher = more anomalous; each row's depends on that row alone. */
    NDArray score(Score score, NDArray rows, Pass pass);
}
