package dev.oddity.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafetensorsTest {

    @Test
    void what_is_written_is_read_to_the_bit() {
        Map<String, Tensor> tensors = Map.of(
                "weights", Tensor.of(new float[] {1.5f, -0f, Float.MIN_VALUE, 3, 4, 5}, 2, 3),
                "means", Tensor.of(new double[] {Math.PI, Double.MAX_VALUE}),
                "bytes", Tensor.of(new byte[] {0, -1, 127}));

        Map<String, Tensor> read = Safetensors.read(Safetensors.write(tensors));

        assertThat(read).containsOnlyKeys("weights", "means", "bytes");
        assertThat(read.get("weights").floats()).containsExactly(1.5f, -0f, Float.MIN_VALUE, 3, 4, 5);
        assertThat(read.get("weights").shape()).containsExactly(2, 3);
        assertThat(read.get("means").doubles()).containsExactly(Math.PI, Double.MAX_VALUE);
        assertThat(read.get("bytes").bytes()).containsExactly(0, -1, 127);
    }

    /** The layout of the format's own description: length, header, data. */
    @Test
    void a_file_written_by_hand_is_read() {
        byte[] header =
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"__metadata__\":{\"x\":\"y\"}}"
                        .getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + header.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(header.length).put(header).putFloat(1).putFloat(2);

        assertThat(Safetensors.read(file.array()).get("a").floats()).containsExactly(1, 2);
    }

    @Test
    void a_damaged_file_is_refused() {
        byte[] whole = Safetensors.write(Map.of("a", Tensor.of(new float[] {1, 2, 3})));

        assertThatThrownBy(() -> Safetensors.read(Arrays.copyOf(whole, whole.length - 1)))
                .hasMessage("not a whole safetensors file: tensor 'a' does not fit its bytes; save the detector again");
        assertThatThrownBy(() -> Safetensors.read(new byte[] {1, 2}))
                .hasMessage("not a whole safetensors file: it has only 2 bytes; save the detector again");
        assertThatThrownBy(() -> Safetensors.read("not a model at all".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("not a whole safetensors file: its header length is ");
    }

    @Test
    void a_header_that_claims_what_is_not_there_is_refused_before_it_is_allocated() {
        assertThatThrownBy(() -> Safetensors.read(file("{'a':{'dtype':'F32','shape':[-1,-2],'data_offsets':[0,8]}}")))
                .hasMessage("not a whole safetensors file: tensor 'a' does not fit its bytes; save the detector again");
        assertThatThrownBy(() -> Safetensors.read(
                        file("{'a':{'dtype':'F32','shape':[2000000000],'data_offsets':[0,8000000000]}}")))
                .hasMessage("not a whole safetensors file: tensor 'a' does not fit its bytes; save the detector again");
        assertThatThrownBy(() -> Safetensors.read(file("{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
                        + "'b':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}")))
                .hasMessage("not a whole safetensors file: its tensors share bytes; save the detector again");
        assertThatThrownBy(() -> Safetensors.read(file("{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}")))
                .hasMessage(
                        "not a whole safetensors file: its tensors take 4 of its 8 bytes of numbers; save the detector"
                                + " again");
        for (String header : new String[] {
            "{'a':{}}",
            "{'a':7}",
            "{'a':{'dtype':'F32','shape':[2],'data_offsets':[]}}",
            "{'a':{'dtype':'F32','shape':[99999999999],'data_offsets':[0,8]}}",
            "{'a':{'dtype':'F32','shape':['x'],'data_offsets':[0,8]}}",
            "[".repeat(100_000)
        }) {
            assertThatThrownBy(() -> Safetensors.read(file(header)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not a whole safetensors file: ");
        }
    }

    /** A file with this header, its quotes single, and eight bytes of numbers. */
    private static byte[] file(String header) {
        byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }
}
