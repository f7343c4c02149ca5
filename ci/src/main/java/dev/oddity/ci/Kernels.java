package dev.oddity.ci;

import dev.oddity.ci.jupyter.KernelSpec;
import dev.oddity.ci.jupyter.KernelSpecs;

/** Kernels by name. */
final class Kernels {

    /** The project's own kernel. */
    static final String ODDITY = "oddity";

    private Kernels() {}

    static KernelSpec find(String name) {
        return KernelSpecs.installed().find(name);
    }
}
