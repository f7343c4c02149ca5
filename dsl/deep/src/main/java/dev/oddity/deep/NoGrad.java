package dev.oddity.deep;

import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Computing that is not recorded for gradients: {@code torch.no_grad()}. PyTorch begins every thread recording, which costs
 * memory, and its recurrent kernels then round otherwise than in the thread that trained.
 */
final class NoGrad {

    private NoGrad() {}

    /** Gives what the work gives. A gradient collector that it opens records all the same. */
    static <T> T in(Supplier<T> work) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }
}
