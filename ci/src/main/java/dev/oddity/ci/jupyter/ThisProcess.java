package dev.oddity.ci.jupyter;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The process that runs the notebook, which is there as long as anybody can ask. */
final class ThisProcess implements Host {

    private final Map<String, Optional<String>> before = new HashMap<>();

    /** @param properties of the system while the kernel is open */
    ThisProcess(Map<String, String> properties) {
        properties.forEach((name, value) -> before.put(name, Optional.ofNullable(System.setProperty(name, value))));
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public String ending() {
        return "has not ended";
    }

    @Override
    public String log() {
        return "the terminal";
    }

    @Override
    public void signalInterrupt() {
        throw new UnsupportedOperationException("a kernel in this process is interrupted by a message");
    }

    @Override
    public void awaitEnd(Duration patience) {
        // It goes on without the kernel.
    }

    @Override
    public void close() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(old -> System.setProperty(name, old), () -> System.clearProperty(name)));
    }
}
