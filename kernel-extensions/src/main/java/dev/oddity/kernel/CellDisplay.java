package dev.oddity.kernel;

import dev.oddity.core.display.LiveDisplay;
import dev.oddity.core.display.MimeBundle;
import java.util.function.Consumer;

/** Progress in the running cell. Found as a service; has no state of its own. */
public final class CellDisplay implements LiveDisplay {

    @Override
    public boolean available() {
        return OddityKernel.running().map(kernel -> kernel.output().running()).orElse(false);
    }

    @Override
    public Consumer<MimeBundle> open() {
        return OddityKernel.running().map(kernel -> kernel.output().live()).orElse(bundle -> {});
    }
}
