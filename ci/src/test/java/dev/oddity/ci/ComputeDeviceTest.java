package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.ci.jupyter.KernelSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        assertThat(ComputeDevice.GPU.on(KERNEL)).isEqualTo(KERNEL);
    }
}
