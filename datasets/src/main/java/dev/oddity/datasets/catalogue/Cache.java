package dev.oddity.datasets.catalogue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The user's cache folder, by the custom of the platform. */
final class Cache {

    private Cache() {}

    /**
     * {@code $XDG_CACHE_HOME/oddity/datasets} where that is set; else {@code ~/Library/Caches/…} on macOS, {@code
     * %LOCALAPPDATA%\…} on Windows, {@code ~/.cache/…} elsewhere.
     */
    static Path folder(Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        return base(properties, environment).resolve("oddity").resolve("datasets");
    }

    private static Path base(
            Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        String xdg = environment.apply("XDG_CACHE_HOME");
        if (xdg != null && !xdg.isBlank()) {
            return Path.of(xdg);
        }
        String home = properties.apply("user.home");
        Path user = Path.of(home == null ? "." : home);
        String system = properties.apply("os.name");
        String family = system == null ? "" : system.toLowerCase(Locale.ROOT);
        if (family.startsWith("mac")) {
            return user.resolve("Library/Caches");
        }
        String local = environment.apply("LOCALAPPDATA");
        return family.startsWith("windows") && local != null ? Path.of(local) : user.resolve(".cache");
    }
}
