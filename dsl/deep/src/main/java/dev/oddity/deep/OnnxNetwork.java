package dev.oddity.deep;

import dev.oddity.core.detector.Score;
import dev.oddity.core.onnx.OnnxValue;

/** A network whose scores can be written as nodes of an ONNX graph. */
interface OnnxNetwork extends Network {

    /** What {@link #score} computes: rows × columns → rows. */
    OnnxValue onnx(Score score, OnnxValue rows, OnnxPass pass);
}
