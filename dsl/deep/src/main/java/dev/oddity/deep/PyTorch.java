package dev.oddity.deep;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one place where the engine is opened.
 *
 * <p>Settings that DJL reads once, when the engine starts, are made here unless somebody made them before: one native
 * thread ({@value #THREADS} changes it), no download, no telemetry, only errors in the log.
 */
final class PyTorch {

    /**
     * The system property with the number of threads inside one native operation, 1 unless set. One is fastest for the
     * small networks of tables: with two, a step of 30-64-32-64-30 takes about twice as long. Wide networks and images gain
     * from more. It is read when the engine starts.
     */
    static final String THREADS = "oddity.deep.threads";

    /** The system property with the bytes that training rows may take on the device. */
    static final String BUDGET = "oddity.deep.budget";

    /**
     * Held while a network trains: the engine has one gradient collector and one random generator in a JVM. So two fits
     * never mix, and a fit's randomness depends on its own seed alone.
     */
    static final ReentrantLock TRAINING = new ReentrantLock(true);

    /** What every CPU build of PyTorch for DJL has in its jar. */
    private static final String LIBRARIES = "/native/lib/pytorch.properties";

    /** Kept so that its level is not lost to garbage collection. */
    private static final Logger LOG = Logger.getLogger("ai.djl");

    private PyTorch() {}

    /** The engine's name for a device that is asked for. */
    static Device device(ComputeDevice asked) {
        Engine engine = engine();
        int gpus = engine.getGpuCount();
        boolean auto = asked.equals(ComputeDevice.auto());
        boolean required = "gpu".equals(System.getenv(ComputeDevice.VARIABLE));
        if (asked.word().equals("cpu") || auto && gpus == 0 && !required) {
            return Device.cpu();
        }
        if (gpus == 0) {
            throw new IllegalStateException("device(\"" + asked + "\")"
                    + (auto ? " with " + ComputeDevice.VARIABLE + "=gpu" : "") + ": PyTorch " + engine.getVersion()
                    + " ("
                    + flavour() + ") sees no GPU here: " + blindness(hasCudaRuntime(), engine.hasCapability("CUDA")));
        }
        if (asked.number() >= gpus) {
            throw new IllegalStateException("device(\"" + asked + "\"): PyTorch sees " + gpus + " GPU"
                    + (gpus == 1 ? "" : "s") + " here, numbered from 0");
        }
        return Device.gpu(asked.number());
    }

    /** That device, or with a line in the log the one there is: what is restored may have been fitted on another machine. */
    static Device deviceHere(String detector, ComputeDevice asked) {
        try {
            return device(asked);
        } catch (IllegalStateException absent) {
            Device instead = device(ComputeDevice.auto());
            System.getLogger("dev.oddity.deep")
                    .log(
                            System.Logger.Level.WARNING,
                            detector + "().device(\"" + asked + "\") is not here; it scores on the "
                                    + (instead.isGpu() ? "first GPU" : "CPU"));
            return instead;
        }
    }

    /** The version of PyTorch with the build of its libraries, and the threads inside one native operation. */
    static Map<String, Object> facts() {
        return Map.of(
                "engine",
                "PyTorch " + engine().getVersion() + " " + flavour(),
                "threads",
                System.getProperty("ai.djl.pytorch.num_threads", "as PyTorch chooses"));
    }

    /** Why there is no GPU to be seen, and what to do. */
    static String blindness(boolean runtime, boolean cuda) {
        String cpu = "; or use device(\"auto\") or device(\"cpu\")";
        if (cuda && runtime) {
            return "CUDA counts none; see nvidia-smi, CUDA_VISIBLE_DEVICES and the driver's version" + cpu;
        }
        String library = runtime
                ? ""
                : "; DJL looks for GPUs with CUDA's runtime library, libcudart, which a driver alone does not bring: install"
                        + " it where the loader finds it, as the package cuda-cudart does";
        return (cuda ? "CUDA's runtime is missing" : "its libraries are those for the CPU; build with -Doddity.gpu")
                + library
                + cpu;
    }

    /** DJL loads it by its plain name, before it chooses libraries. */
    private static boolean hasCudaRuntime() {
        try {
            CudaUtils.getCudaVersion();
            return true;
        } catch (IllegalStateException missing) {
            return false;
        }
    }

    /** Such as {@code cpu linux-x86_64}: of the libraries on the class path; where there are none, of those DJL found. */
    private static String flavour() {
        try (InputStream properties = PyTorch.class.getResourceAsStream(LIBRARIES)) {
            if (properties == null) {
                return flavour(Path.of(LibUtils.getLibtorchPath()), engine().getVersion());
            }
            Properties told = new Properties();
            told.load(properties);
            return told.getProperty("flavor", "cpu") + " " + told.getProperty("classifier", "");
        } catch (IOException e) {
            return "cpu";
        }
    }

    /** DJL keeps what it fetched in a folder such as {@code 2.7.1-cu128-linux-x86_64}; another was named by its path. */
    static String flavour(Path libraries, String version) {
        String folder = libraries.getFileName().toString();
        return folder.startsWith(version + "-")
                ? folder.substring(version.length() + 1).replaceFirst("-", " ")
                : "of " + libraries;
    }

    /** A new owner of native memory on a device; close it. */
    static NDManager open(Device device) {
        return engine().newBaseManager(device);
    }

    /**
     * Bytes that training rows may take on a device: two fifths of what a GPU has free, a quarter of the machine's memory
     * for the CPU, or what the system property {@value #BUDGET} says.
     */
    static long budget(Device device) {
        Long given = Long.getLong(BUDGET);
        if (given != null) {
            return given;
        }
        if (device.isGpu()) {
            MemoryUsage memory = CudaUtils.getGpuMemory(device);
            return (memory.getMax() - memory.getUsed()) / 5 * 2;
        }
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize() / 4
                : 1L << 30;
    }

    /** Sets the engine's own generator, the source of dropout and of a VAE's noise. Call it under {@link #TRAINING}. */
    static void seed(long seed) {
        engine().setRandomSeed(Long.hashCode(seed));
    }

    /**
     * The engine, opened at first use and kept by DJL. Where it does not open, every call says why: in a static initialiser
     * the reason would be told as the failure of a class, and only once.
     */
    private static synchronized Engine engine() {
        setUnlessSet("ai.djl.pytorch.num_threads", System.getProperty(THREADS, "1"));
        setUnlessSet("ai.djl.pytorch.num_interop_threads", "1");
        // Without the CPU libraries on the class path DJL must fetch the CUDA build that fits the machine.
        setUnlessSet("ai.djl.offline", String.valueOf(PyTorch.class.getResource(LIBRARIES) != null));
        setUnlessSet("OPT_OUT_TRACKING", "true");
        if (LOG.getLevel() == null) {
            LOG.setLevel(Level.SEVERE);
        }
        try {
            Engine engine = Engine.getEngine("PyTorch");
            if (engine == null) {
                throw new EngineException("no PyTorch engine on the class path");
            }
            return engine;
        } catch (EngineException | LinkageError failure) {
            throw new IllegalStateException(absent(failure), failure);
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** What to say where PyTorch cannot be loaded. */
    static String absent(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "PyTorch's native library does not load on " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + " (" + cause.getMessage()
                + "); add ai.djl.pytorch:pytorch-native-cpu:2.7.1 with the classifier linux-x86_64, linux-aarch64,"
                + " osx-aarch64 or win-x86_64 to the class path, or name an installed libtorch 2.7.1 with"
                + " PYTORCH_LIBRARY_PATH";
    }
}
