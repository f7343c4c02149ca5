/**
 * A client of Jupyter's protocol (version 5) for one kernel: finding a kernelspec, starting the process, sending messages over
 * ZeroMQ on the loopback interface, framed and signed by {@code dev.oddity.kernel.wire}. The project's own kernel can also run in
 * this process, where the same messages go from hand to hand; the conversation is one and the same. Knows no notebooks. Begin at
 * {@link dev.oddity.ci.jupyter.Kernel} and {@link dev.oddity.ci.jupyter.KernelSession}.
 */
@NullMarked
package dev.oddity.ci.jupyter;

import org.jspecify.annotations.NullMarked;
