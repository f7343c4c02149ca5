package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.oddity.ci.jupyter.KernelSpec;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ComputeDeviceTest {

    private static final KernelSpec KERNEL =
            new KernelSpec("k", List.of("k"), "K", "java", true, Map.of("A", "b"), Path.of(""));

    @Test
    void without_a_gpu_it_says_so_and_stops() {
        assertThatThrownBy(() -> ComputeDevice.require(List.of(), "pytorch-engine.jar"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "--device gpu: there is no GPU here that nvidia-smi knows of, so nothing was run; leave --device"
                                + " out to run on the CPU");
    }

    @Test
    void a_gpu_needs_libraries_that_can_use_it() {
        List<String> gpus = List.of("NVIDIA A100, 550.54, 40960 MiB");

        assertThatThrownBy(() -> ComputeDevice.require(gpus, "lib/pytorch-native-cpu-2.7.1-linux-x86_64.jar"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--device gpu: PyTorch's libraries at hand are those for the CPU; run ODDITY_GPU=true"
                        + " ci/notebooks, which builds without them");
        assertThatCode(() -> ComputeDevice.require(gpus, "lib/pytorch-engine-0.35.1.jar"))
                .doesNotThrowAnyException();
    }

    @Test
    void the_cpu_is_all_that_a_kernel_sees_where_it_is_asked_for() {
        assertThat(ComputeDevice.CPU.on(KERNEL).environment())
                .isEqualTo(Map.of("A", "b", "CUDA_VISIBLE_DEVICES", "-1"));
        assertThat(ComputeDevice.AUTO.on(KERNEL)).isEqualTo(KERNEL);
    }

    @Test
    void a_kernel_that_is_to_have_a_gpu_is_told_so() {
        assertThat(ComputeDevice.GPU.on(KERNEL).environment()).isEqualTo(Map.of("A", "b", "ODDITY_DEVICE", "gpu"));
    }

    /** A driver, and libraries for the CPU under a name that does not tell: as where DJL does not load CUDA. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_driver_is_no_gpu_until_pytorch_sees_it(@TempDir Path folder) throws IOException, InterruptedException {
        Path smi = Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\necho 'Fake GPU, 1, 1 MiB'\n");
        assertThat(smi.toFile().setExecutable(true)).isTrue();
        List<String> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path disguised = folder.resolve("libraries.jar");
            boolean libraries = entry.contains("pytorch-native-cpu");
            classPath.add(libraries ? Files.copy(Path.of(entry), disguised).toString() : entry);
        }
        assumeThat(classPath).contains(folder.resolve("libraries.jar").toString());
        Path notebook = Files.writeString(folder.resolve("a.ipynb"), "{\"nbformat\": 4, \"cells\": []}");
        Files.createDirectories(folder.resolve("ci/notebooks"));

        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Doddity.checkout=" + folder,
                "-cp",
                String.join(File.pathSeparator, classPath),
                Main.class.getName(),
                "run",
                "--device",
                "gpu",
                notebook.toString());
        builder.environment().merge("PATH", folder.toString(), (old, first) -> first + File.pathSeparator + old);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(64);
        assertThat(said)
                .contains("--device gpu: device(\"gpu\"): PyTorch 2.7.1 (cpu linux-")
                .contains(") sees no GPU here: its libraries are those for the CPU; build with -Doddity.gpu")
                .contains("nothing was run; leave --device out to run on the CPU");
    }
}
