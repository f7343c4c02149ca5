package dev.oddity.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is there as a whole or not at all: who reads it never sees half of it. */
final class WholeFile {

    private WholeFile() {}

    /** Replaces the file if there is one. Nothing is left beside it, also when writing fails. */
    static void write(Path file, byte[] bytes) throws IOException {
        // Not a temporary file of the JDK's: those may be read by nobody but who wrote them.
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
