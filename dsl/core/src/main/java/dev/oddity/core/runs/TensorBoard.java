package dev.oddity.core.runs;

import dev.oddity.reproducibility.WholeFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * TensorBoard's event file: records of a length, its checksum, a message and its checksum, as {@code tfrecord} has them; each
 * message an {@code Event} in protocol buffers, a wall time (field 1), a step (2) and a summary (5) of one scalar, its tag (1)
 * and its value as a float (2). The first event tells the version (3). See tensorflow's {@code event.proto}, {@code
 * summary.proto} and {@code record_writer.cc}. A zero is left out, as everywhere in that format.
 */
final class TensorBoard {

    private static final String VERSION = "brain.Event:2";
    private static final int MASK = 0xa282ead8;

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_FIRST = 2;
    private static final int FOUR_BYTES = 5;

    private TensorBoard() {}

    /** One model of one run: {@code folder/experiment/run/model/events.out.tfevents.<seconds>.oddity}. */
    static void write(RunRow row, Path folder) {
        double time = row.run().started().toEpochMilli() / 1e3;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        record(file, event(time, 0, VERSION.getBytes(StandardCharsets.UTF_8), 3));
        int fit = 0;
        for (Map<String, Object> each : row.model().fits()) {
            String seed = row.model().fits().size() == 1 ? "" : " seed " + each.get("seed");
            RecordedModel.curves(each).forEach((curve, values) -> {
                for (int epoch = 0; epoch < values.size(); epoch++) {
                    scalar(file, time, epoch + 1, curve + seed, values.get(epoch));
                }
            });
            int step = fit++;
            if (each.containsKey("metrics")) {
                Tree.map(each, "metrics")
                        .forEach((metric, value) -> scalar(file, time, step, metric, Tree.number(value)));
            }
        }
        Path place = folder.resolve(name(row.run().name()))
                .resolve(row.run().id())
                .resolve(name(row.model().name()));
        WholeFile.write(place.resolve("events.out.tfevents." + (long) time + ".oddity"), file.toByteArray());
    }

    private static void scalar(ByteArrayOutputStream file, double time, long step, String tag, double value) {
        ByteArrayOutputStream scalar = new ByteArrayOutputStream();
        bytes(scalar, 1, tag.getBytes(StandardCharsets.UTF_8));
        key(scalar, 2, FOUR_BYTES);
        scalar.writeBytes(little(Float.BYTES).putFloat((float) value).array());
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        bytes(summary, 1, scalar.toByteArray());
        record(file, event(time, step, summary.toByteArray(), 5));
    }

    private static byte[] event(double time, long step, byte[] content, int field) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        key(event, 1, EIGHT_BYTES);
        event.writeBytes(little(Double.BYTES).putDouble(time).array());
        if (step > 0) {
            key(event, 2, VARINT);
            varint(event, step);
        }
        bytes(event, field, content);
        return event.toByteArray();
    }

    static void record(ByteArrayOutputStream file, byte[] message) {
        byte[] length = little(Long.BYTES).putLong(message.length).array();
        file.writeBytes(length);
        file.writeBytes(little(Integer.BYTES).putInt(masked(length)).array());
        file.writeBytes(message);
        file.writeBytes(little(Integer.BYTES).putInt(masked(message)).array());
    }

    private static int masked(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return Integer.rotateRight((int) checksum.getValue(), 15) + MASK;
    }

    private static void bytes(ByteArrayOutputStream message, int field, byte[] content) {
        key(message, field, LENGTH_FIRST);
        varint(message, content.length);
        message.writeBytes(content);
    }

    private static void key(ByteArrayOutputStream message, int field, int kind) {
        message.write(field << 3 | kind);
    }

    private static void varint(ByteArrayOutputStream message, long value) {
        long rest = value;
        while (rest > 0x7f) {
            message.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        message.write((int) rest);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** As a folder: what file systems and TensorBoard do not like becomes a hyphen. */
    private static String name(String text) {
        String name = text.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "-" : name.substring(0, Math.min(100, name.length()));
    }
}
