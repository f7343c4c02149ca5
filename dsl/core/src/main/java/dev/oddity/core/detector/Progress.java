package dev.oddity.core.detector;

/** Watches long work. Called from the working thread; must return quickly. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (step, steps, note) -> {};

    /**
     * @param step steps done, from 1
     * @param steps steps in all
     * @param note what a watcher wants to see, such as {@code "loss 0.4213"}; may be empty
     */
    void step(int step, int steps, String note);
}
