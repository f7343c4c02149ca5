package dev.oddity.kernel.wire;

/** Where a request came in: its reply goes out there. */
interface Channel {

    void send(Message reply);

    /** Marks as aborted what has come in until now and was not handled yet. */
    void abortWaiting();
}
