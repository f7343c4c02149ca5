package dev.oddity.kernel.maven;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * A Maven repository that a notebook names.
 *
 * @param name a label; settings.xml may hold credentials, a proxy or a mirror for it
 * @param url {@code https} or {@code file}; {@code http} on this machine only, as in Maven itself
 */
public record Repository(String name, String url) {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** @throws IllegalArgumentException if what came over the wire could be changed on the way, or if it is no URL */
    public Repository {
        URI parsed = parse(name, url);
        String scheme = parsed.getScheme() == null ? "" : parsed.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !HERE.contains(String.valueOf(parsed.getHost()))) {
            throw new IllegalArgumentException("repository " + name + ": " + url
                    + " is not encrypted, and anyone on the way could change what it sends; write https"
                    + url.substring(4));
        }
        if (!Set.of("http", "https", "file").contains(scheme)) {
            throw new IllegalArgumentException("repository " + name + ": " + url
                    + " is no address of a repository; it begins with https:// or file:");
        }
    }

    private static URI parse(String name, String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("repository " + name + ": " + e.getMessage(), e);
        }
    }
}
