package dev.oddity.reproducibility;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes that are on the disk, not on their way to it. */
final class Durable {

    private Durable() {}

    /** A stream, not a channel: a channel closes itself when its thread was interrupted, as it is after a stopped run. */
    static void write(Path file, byte[] bytes) throws IOException {
        try (FileOutputStream stream = new FileOutputStream(file.toFile())) {
            stream.write(bytes);
            stream.getFD().sync();
        }
    }

    /** The names in a folder; where folders cannot be opened, as on Windows, the file system sees to it itself. */
    static void names(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }
}
