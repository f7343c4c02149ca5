package dev.oddity.ci.jupyter;

/** How an execution ended. */
public enum Ending {
    /** The kernel replied; whether with success or an error, the reply tells. */
    REPLIED,
    /** The time was up; the kernel was interrupted. */
    TIMED_OUT,
    /** The kernel process ended, or no longer answers its heartbeat. */
    DIED,
    /** Whoever listened gave it up; the kernel may still be at it. */
    GIVEN_UP
}
