package dev.oddity.ci;

import dev.oddity.ci.jupyter.KernelSpec;
import dev.oddity.reproducibility.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where kernels are to compute: {@code --device}. */
enum ComputeDevice {
    /** The first GPU if PyTorch sees one, else the CPU: what a kernel does by itself. */
    AUTO,
    /** The CPU, whatever else is there. */
    CPU,
    /** A GPU, or not at all. */
    GPU;

    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";
    private static final String NONE = "-1";

    /** @throws UsageException if the device is not there, or the libraries at hand cannot use it */
    void require() {
        if (this == GPU) {
            require(Environment.capture(Path.of(""), Map.of()).gpus(), System.getProperty("java.class.path", ""));
            requireInPyTorch();
        }
    }

    /** Neither the driver nor a file's name tells which libraries DJL takes: PyTorch itself is asked. */
    private static void requireInPyTorch() {
        try {
            dev.oddity.deep.ComputeDevice.gpu(0).require();
        } catch (IllegalStateException e) {
            throw new UsageException("--device gpu: %s; nothing was run; leave --device out to run on the CPU"
                    .formatted(e.getMessage()));
        }
    }

    static void require(List<String> gpus, String classPath) {
        if (gpus.isEmpty()) {
            throw new UsageException("--device gpu: there is no GPU here that nvidia-smi knows of, so nothing was run;"
                    + " leave --device out to run on the CPU");
        }
        if (classPath.contains("pytorch-native-cpu")) {
            throw new UsageException("--device gpu: PyTorch's libraries at hand are those for the CPU; run"
                    + " ODDITY_GPU=true ci/notebooks, which builds without them");
        }
    }

    /** Whether a process with this environment sees no GPU. */
    static boolean isKeptToCpu(Map<String, String> environment) {
        return NONE.equals(environment.get(VISIBLE));
    }

    /** The kernel, kept to this device; one that is to have a GPU refuses the CPU where its own libraries see none. */
    KernelSpec on(KernelSpec kernel) {
        return switch (this) {
            case AUTO -> kernel;
            case CPU -> kernel.with(VISIBLE, NONE);
            case GPU -> kernel.with(dev.oddity.deep.ComputeDevice.VARIABLE, "gpu");
        };
    }
}
