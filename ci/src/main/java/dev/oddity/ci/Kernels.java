package dev.oddity.ci;

import dev.oddity.ci.jupyter.KernelSpec;
import dev.oddity.ci.jupyter.KernelSpecs;
import java.nio.file.Path;

/** Kernels by name: the project's own as it was built, whether installed or not, and those that Jupyter knows. */
final class Kernels {

    /** The project's own kernel. */
    static final String ODDITY = dev.oddity.kernel.KernelSpec.NAME;

    private Kernels() {}

    static KernelSpec find(String name) {
        return name.equals(ODDITY) ? own() : KernelSpecs.installed().find(name);
    }

    private static KernelSpec own() {
        var own = dev.oddity.kernel.KernelSpec.ofThisJvm();
        return new KernelSpec(
                ODDITY, own.arguments(), own.displayName(), own.language(), true, own.environment(), Path.of(""));
    }
}
