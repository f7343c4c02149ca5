package dev.oddity.reproducibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A JSON tree in a file that somebody may have damaged. */
final class JsonFile {

    private JsonFile() {}

    /** @throws IllegalArgumentException naming the file, if it is missing, too large or no JSON */
    static Object read(Path file, long largestBytes) {
        try {
            long bytes = Files.size(file);
            if (bytes > largestBytes) {
                throw new IllegalArgumentException(
                        file + " has " + bytes + " bytes; a run has at most " + largestBytes);
            }
            return CanonicalJson.tree(StrictJson.read(file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no " + file, e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + FileTrouble.reason(e), e);
        } catch (IllegalArgumentException e) {
            throw e.getMessage().startsWith(file.toString())
                    ? e
                    : new IllegalArgumentException(
                            file + " is damaged: " + e.getMessage() + "; give it as it was written", e);
        }
    }
}
