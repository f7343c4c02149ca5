package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Score;
import dev.oddity.core.onnx.OnnxValue;
import java.util.Optional;

/** A network that is scored by how far it puts rows from a centre, which is set before the first step. */
interface OneClassNetwork extends OnnxNetwork {

    Hypersphere sphere();

    @Override
    default void begin(Rows train, Weights weights) {
        sphere().measure(train, block(), weights);
    }

    @Override
    default NDArray score(Score score, NDArray rows, Pass pass) {
        return sphere().distances(rows, pass);
    }

    @Override
    default OnnxValue onnx(Score score, OnnxValue rows, OnnxPass pass) {
        return sphere().distances(rows, pass);
    }

    @Override
    default Optional<NDArray> latent(NDArray rows, Pass pass) {
        return Optional.of(sphere().network().forward(rows, pass));
    }
}
