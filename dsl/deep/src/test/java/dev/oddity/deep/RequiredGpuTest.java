package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.oddity.core.detector.FitContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequiredGpuTest {

    @Test
    void no_model_goes_to_the_cpu_where_a_gpu_is_required_unless_its_code_sends_it_there()
            throws IOException, InterruptedException {
        assumeThat(PyTorch.class.getResource("/native/lib/pytorch.properties"))
                .as("libraries for the CPU on the class path")
                .isNotNull();

        List<String> told = fits("gpu");

        assertThat(told).hasSize(2);
        assertThat(told.get(0))
                .startsWith(
                        "java.lang.IllegalStateException: device(\"auto\") with ODDITY_DEVICE=gpu: PyTorch 2.7.1 (cpu ")
                .contains(") sees no GPU here: its libraries are those for the CPU; build with -Doddity.gpu");
        assertThat(told.get(1)).isEqualTo("cpu");
        assertThat(fits("anything else")).isEqualTo(List.of("cpu", "cpu"));
    }

    @Test
    void it_says_why_there_is_no_gpu_to_be_seen() {
        assertThat(PyTorch.blindness(false, false))
                .isEqualTo(
                        "its libraries are those for the CPU; build with -Doddity.gpu; DJL looks for GPUs with CUDA's runtime"
                                + " library, libcudart, which a driver alone does not bring: install it where the loader finds it,"
                                + " as the package cuda-cudart does; or use device(\"auto\") or device(\"cpu\")");
        assertThat(PyTorch.blindness(true, false)).doesNotContain("libcudart").contains("-Doddity.gpu");
        assertThat(PyTorch.blindness(false, true)).startsWith("CUDA's runtime is missing; DJL looks");
        assertThat(PyTorch.blindness(true, true)).startsWith("CUDA counts none; see nvidia-smi");
    }

    @Test
    void the_build_that_djl_fetched_is_told_by_its_folder_and_another_by_its_path() {
        assertThat(PyTorch.flavour(Path.of("/home/a/.djl.ai/pytorch/2.7.1-cu128-linux-x86_64"), "2.7.1"))
                .isEqualTo("cu128 linux-x86_64");
        assertThat(PyTorch.flavour(Path.of("/opt/libtorch"), "2.7.1")).isEqualTo("of " + Path.of("/opt/libtorch"));
    }

    private static List<String> fits(String device) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Fit.class.getName());
        builder.environment().put("ODDITY_DEVICE", device);
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
            List<String> told = lines.toList();
            process.waitFor();
            return told;
        }
    }

    static final class Fit {

        private Fit() {}

        public static void main(String[] arguments) {
            for (ComputeDevice device : List.of(ComputeDevice.auto(), ComputeDevice.cpu())) {
                try {
                    System.out.println(new Autoencoder()
                            .epochs(1)
                            .device(device)
                            .fit(TrainingTest.rows(10, 2, 1), FitContext.of(1))
                            .facts()
                            .get("device"));
                } catch (IllegalStateException refusal) {
                    System.out.println(refusal);
                }
            }
        }
    }
}
