package dev.oddity.ci.jupyter;

import dev.oddity.kernel.wire.Message;

/** Hears what a kernel says about one execution, in order of arrival. */
public interface ExecutionListener {

    /** A message published for this execution, from {@code busy} to {@code idle}, both included. */
    void published(Message message);

    /** An update of a display that any earlier execution may have opened. */
    void displayUpdated(Message message);

    /** The reply to the request. */
    void replied(Message reply);

    /** Asked several times a second while the code runs; once it answers no, the execution is given up. */
    default boolean goesOn() {
        return true;
    }
}
