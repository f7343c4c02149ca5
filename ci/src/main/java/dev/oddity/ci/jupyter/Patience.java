package dev.oddity.ci.jupyter;

import java.time.Duration;

/**
 * How long to wait for a kernel.
 *
 * @param lateOutput how long it may still publish after its reply; the protocol sets no bound, nbclient waits 4 s too
 * @param windingUp how long an interrupted execution may take to end
 * @param shutdown how long it may take to end when asked to
 * @param heartbeat time between two pings
 * @param answer how long the answer to a ping may take: long, since a machine may stall for a while
 */
record Patience(Duration lateOutput, Duration windingUp, Duration shutdown, Duration heartbeat, Duration answer) {

    static final Patience USUAL = new Patience(
            Duration.ofSeconds(4),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            Duration.ofSeconds(60));
}
