package dev.oddity.reproducibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** Which Oddity this is, as its build said: from a jar or from a folder of classes. */
public final class OddityVersion {

    private static final String FILE = "version.properties";
    private static final String UNKNOWN = "unknown";
    private static final Properties BUILD = read();

    /** Such as {@code 0.1.0}; {@code unknown} if it was compiled without Maven. */
    public static final String CURRENT = told(BUILD.getProperty("version", ""));

    /**
     * The full hash of the commit it was built from, and {@code with changes} behind it if tracked files were not as in that
     * commit; empty if it was built outside of a checkout or without git.
     */
    public static final Optional<String> COMMIT =
            Optional.of(told(BUILD.getProperty("commit", ""))).filter(commit -> !commit.equals(UNKNOWN));

    private OddityVersion() {}

    /** Version and commit in one line, for people. */
    public static String words() {
        return COMMIT.map(commit -> CURRENT + ", built from " + commit).orElse(CURRENT);
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream file = OddityVersion.class.getResourceAsStream(FILE)) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return properties;
    }

    /** What no build has filled in stands there as it was written. */
    static String told(String value) {
        return value.isBlank() || value.startsWith("$") ? UNKNOWN : value.strip();
    }
}
