package dev.oddity.core;

import dev.oddity.datasets.Partition;
import dev.oddity.reproducibility.Environment;
import dev.oddity.reproducibility.RunId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When and where figures were made, and on which parts of the data: what a sentence does not say. */
public final class Origin {

    private final String id;
    private final Instant started;
    private final Map<Long, String> splits = Collections.synchronizedMap(new TreeMap<>());
    private @Nullable Environment environment;
    private volatile boolean brokenOff;

    private Origin(Instant started) {
        this.id = RunId.at(started);
        this.started = started;
    }

    static Origin now() {
        return new Origin(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The name of the run, under which {@code runs()} knows it. */
    public String id() {
        return id;
    }

    public Instant started() {
        return started;
    }

    /** Looked at when it is first asked for: at the start of a run that is kept. */
    public synchronized Environment environment() {
        Environment known = environment;
        if (known == null) {
            known = Environment.capture(Path.of(""), Libraries.onClassPath());
            environment = known;
        }
        return known;
    }

    void brokenOff() {
        brokenOff = true;
    }

    /** Whether the run was interrupted when some of it had ended. */
    boolean wasBrokenOff() {
        return brokenOff;
    }

    void divided(long seed, Partition parts) {
        splits.put(seed, DataChecksum.of(parts));
    }

    /** SHA-256 of the row numbers in training, validation and test, by seed. */
    public Map<Long, String> splits() {
        return Collections.unmodifiableMap(splits);
    }
}
