package dev.oddity.ci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two runs from writing into one folder. The operating system holds the lock, so a run that is killed leaves none
 * behind.
 */
final class FolderLock {

    private static final String NAME = ".running";

    private FolderLock() {}

    /** @throws UsageException if another run writes into the folder */
    static void during(Path folder, Runnable run) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel =
                    FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (lock(channel) == null) {
                    throw new UsageException(
                            "another run writes into %s; wait for its end, or give this one another folder with --output"
                                    .formatted(folder));
                }
                run.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
