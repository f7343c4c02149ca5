/**
 * A client of Jupyter's wire protocol (version 5) for one kernel process: finding a kernelspec, starting the process,
 * sending messages over ZeroMQ on the loopback interface, framed and signed by {@code dev.oddity.kernel.wire}. Knows no
 * notebooks. Begin at {@link dev.oddity.ci.jupyter.KernelSession}.
 */
@NullMarked
package dev.oddity.ci.jupyter;

import org.jspecify.annotations.NullMarked;
