package dev.oddity.ci;

import org.jspecify.annotations.Nullable;

/** What {@code --in-process} cannot do, because a process is one for all: refused before anything runs. */
final class InProcess {

    private InProcess() {}

    /**
     * @param kernel what the notebook runs in, by its name
     * @param heap what a kernel's own process would be given
     * @throws UsageException if that cannot be had in this process
     */
    static void require(String notebook, String kernel, @Nullable String heap, ComputeDevice device) {
        if (!kernel.equals(Kernels.ODDITY)) {
            throw new UsageException(
                    "--in-process is for the project's own kernel '%s', and %s runs in '%s'; leave --in-process out"
                            .formatted(Kernels.ODDITY, notebook, kernel));
        }
        if (heap != null) {
            throw new UsageException("--heap is for kernels of their own processes; with --in-process give this one its"
                    + " memory, JDK_JAVA_OPTIONS=-Xmx%s ci/notebooks .., or leave --in-process out".formatted(heap));
        }
        if (device == ComputeDevice.CPU && !ComputeDevice.isKeptToCpu(System.getenv())) {
            throw new UsageException(
                    "--device cpu hides GPUs from kernels of their own processes; with --in-process hide"
                            + " them from this one, CUDA_VISIBLE_DEVICES=-1 ci/notebooks .., or leave --in-process out");
        }
    }

    /** @throws UsageException if notebooks are to run at once */
    static void requireOneAtATime(int jobs) {
        if (jobs > 1) {
            throw new UsageException(
                    "--in-process runs one notebook at a time, since System.out and the memory are one for"
                            + " a whole process; leave out --jobs %d, or --in-process".formatted(jobs));
        }
    }
}
