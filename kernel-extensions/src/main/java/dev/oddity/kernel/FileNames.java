package dev.oddity.kernel;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Which characters Java can name files with: it asks the locale of its environment when it starts, and nobody later. */
final class FileNames {

    private static final String UTF_8 = "C.UTF-8";

    private FileNames() {}

    /**
     * What must be set so that a JVM can name files with any character; empty if nothing need be. Containers often have no
     * locale at all, in which Java knows the characters of ASCII only. Any other locale is somebody's choice.
     *
     * @param encoding that of file names here, {@code sun.jnu.encoding}
     */
    static Map<String, String> settings(Map<String, String> environment, String encoding, String system) {
        String os = system.toLowerCase(Locale.ROOT);
        boolean byLocale = !os.startsWith("windows") && !os.startsWith("mac");
        if (!byLocale || !Charset.forName(encoding).equals(StandardCharsets.US_ASCII)) {
            return Map.of();
        }
        // The one goes before the other.
        boolean all = !environment.getOrDefault("LC_ALL", "").isEmpty();
        return Map.of(all ? "LC_ALL" : "LC_CTYPE", UTF_8);
    }
}
