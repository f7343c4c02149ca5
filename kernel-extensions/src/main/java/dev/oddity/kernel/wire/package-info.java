/**
 * The Jupyter wire: five ZeroMQ sockets, signed multipart messages, nothing of Java the language. Begin at
 * {@link dev.oddity.kernel.wire.Wire}, a kernel's end. A client's end, such as the notebook runner's, shares
 * {@link dev.oddity.kernel.wire.Frames} and {@link dev.oddity.kernel.wire.Message} with it. Where both ends are in one process,
 * {@link dev.oddity.kernel.wire.DirectConnection} stands for all of it.
 *
 * <p>The sockets of {@code jjava-jupyter} are not used: they look for messages every 50 ms, end for good at a message
 * with a wrong signature, stamp times by the minute, and let a user's interrupted thread close the socket it writes to.
 * Here each socket belongs to one thread that blocks on it, and no thread that runs a user's code ever touches one.
 */
@NullMarked
package dev.oddity.kernel.wire;

import org.jspecify.annotations.NullMarked;
