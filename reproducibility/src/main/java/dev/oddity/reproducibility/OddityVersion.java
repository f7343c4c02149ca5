package dev.oddity.reproducibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Oddity this is, as its build said: from a jar or from a folder of classes. */
public final class OddityVersion {

    private static final String FILE = "version.properties";

    /** Such as {@code 0.1.0}; {@code unknown} if it was compiled without Maven. */
    public static final String CURRENT = read();

    private OddityVersion() {}

    private static String read() {
        Properties properties = new Properties();
        try (InputStream file = OddityVersion.class.getResourceAsStream(FILE)) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return told(properties.getProperty("version", ""));
    }

    /** What no build has filled in stands there as it was written. */
    static String told(String version) {
        return version.isBlank() || version.startsWith("$") ? "unknown" : version;
    }
}
