package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.DataUnavailableException;
import dev.oddity.datasets.LoadListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where published files are looked for, in this order: the folder named by {@code -Doddity.datasets} or else {@code
 * ODDITY_DATASETS}; {@code datasets/local} in the checkout; {@code shared/datasets} beside the checkout; the user's cache. A
 * file that is in none of them is fetched into the cache.
 *
 * <p>The checkout is the nearest folder, from the working directory upwards, that holds {@code mvnw} and {@code datasets/}.
 */
record Lookup(List<Place> places, Path cache, LoadListener listener) {

    /** A folder looked in; without a path, why there is none. */
    record Place(String name, @Nullable Path folder) {

        @Override
        public String toString() {
            return name + (folder == null ? "" : ": " + folder);
        }
    }

    Lookup {
        places = List.copyOf(places);
    }

    /** With nobody listening. */
    Lookup(List<Place> places, Path cache) {
        this(places, cache, LoadListener.NONE);
    }

    /** As this process's properties, environment and working directory say. */
    static Lookup here() {
        return here(LoadListener.NONE);
    }

    /** The same, with somebody told how far a download is. */
    static Lookup here(LoadListener listener) {
        Lookup silent = of(System::getProperty, System::getenv, Path.of("").toAbsolutePath());
        return new Lookup(silent.places, silent.cache, listener);
    }

    static Lookup of(
            Function<String, @Nullable String> properties,
            Function<String, @Nullable String> environment,
            Path workingDirectory) {
        String named = given(properties.apply("oddity.datasets"), environment.apply("ODDITY_DATASETS"));
        Path checkout = checkout(workingDirectory);
        Path beside = checkout == null || checkout.getParent() == null ? null : checkout.getParent();
        Path cache = Cache.folder(properties, environment);
        List<Place> places = new ArrayList<>();
        places.add(
                named.isEmpty()
                        ? new Place("ODDITY_DATASETS (not set)", null)
                        : new Place("ODDITY_DATASETS", workingDirectory.resolve(named)));
        places.add(
                checkout == null
                        ? new Place("datasets/local of a checkout (not in one)", null)
                        : new Place("the checkout", checkout.resolve("datasets/local")));
        places.add(
                beside == null
                        ? new Place("shared/datasets beside a checkout (not in one)", null)
                        : new Place("beside the checkout", beside.resolve("shared/datasets")));
        places.add(new Place("the cache", cache));
        return new Lookup(places, cache);
    }

    private static String given(@Nullable String property, @Nullable String variable) {
        if (property != null && !property.isBlank()) {
            return property;
        }
        return variable == null || variable.isBlank() ? "" : variable;
    }

    private static @Nullable Path checkout(Path workingDirectory) {
        for (Path folder = workingDirectory; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw")) && Files.isDirectory(folder.resolve("datasets"))) {
                return folder;
            }
        }
        return null;
    }

    /** The file on this machine, if it is in one of the places: under its path there, or under its bare name; perhaps packed. */
    Optional<Path> find(PublishedFile file) {
        for (Place place : places) {
            if (place.folder() != null) {
                for (String path : file.names()) {
                    Path candidate = place.folder().resolve(path);
                    if (Files.isRegularFile(candidate)) {
                        return Optional.of(candidate);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The file's content, checked; fetched into the cache if it is nowhere on this machine. */
    byte[] read(PublishedFile file) {
        return find(file).map(path -> readLocal(file, path)).orElseGet(() -> fetch(file));
    }

    private static byte[] readLocal(PublishedFile file, Path path) {
        byte[] content;
        try {
            content = file.unpacked(path.getFileName().toString(), Files.readAllBytes(path));
        } catch (IOException unreadable) {
            throw new DataException(
                    path + " cannot be read (" + unreadable + "); make it readable or remove it", unreadable);
        }
        String found = Sha256.of(content);
        if (!found.equals(file.sha256())) {
            throw new DataException(path + " is not the published file: its SHA-256 is " + found + ", expected "
                    + file.sha256() + "; remove it and load again, or, if it is your own version, read it with csv(\""
                    + path + "\")");
        }
        return content;
    }

    private byte[] fetch(PublishedFile file) {
        if (file.url().isEmpty()) {
            throw new DataUnavailableException(nowhere(file, "it has no public address"));
        }
        try {
            return Download.into(cache, file, listener);
        } catch (IOException failed) {
            throw new DataUnavailableException(
                    nowhere(file, "could not be fetched from " + file.url() + " (" + reason(failed) + ")"), failed);
        }
    }

    private String nowhere(PublishedFile file, String address) {
        return "no file " + file.path() + " in any of the four places looked at ("
                + places.stream().map(Place::toString).collect(Collectors.joining("; ")) + "), and " + address
                + "; put it into one of these folders, or let ODDITY_DATASETS name the folder that has it";
    }

    private static String reason(IOException failed) {
        String message = failed.getMessage();
        return message == null ? failed.getClass().getSimpleName() : message;
    }
}
