package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The gradient of what a network gives by the rows it was given, itself fit to be part of a loss: {@code
 * torch.autograd.grad(out.sum(), rows, create_graph=True)}.
 *
 * <p>DJL has no word for it. Its gradient collector does not keep the graph; {@code JniUtils.backward}, which can, adds to
 * the gradient of every tensor that learns as well, and a gradient there that has a graph of its own holds on to itself and
 * is never freed. So the engine is asked in TorchScript: {@code gradient.pt}, which {@code gradient.py} beside the tests
 * wrote with PyTorch, is that one call.
 */
final class RowGradient {

    private static final String SCRIPT = "gradient.pt";

    private RowGradient() {}

    /**
     * @param out of rows that ask for a gradient; while it was computed, gradients were recorded
     * @return rows × columns
     */
    static NDArray of(NDArray out, NDArray rows) {
        return IValueUtils.forward(Loaded.CALL, new NDList(out, rows), true).singletonOrThrow();
    }

    /** Kept with the engine, which is open when it is first asked for. */
    private static final class Loaded {

        private static final PtSymbolBlock CALL = load();

        private static PtSymbolBlock load() {
            try (InputStream script = RowGradient.class.getResourceAsStream(SCRIPT)) {
                return JniUtils.loadModule((PtNDManager) PyTorch.open(ai.djl.Device.cpu()), script, true, false);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
