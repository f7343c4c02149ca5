package dev.oddity.kernel;

import dev.oddity.kernel.jshell.TraceText;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.out} or {@code System.err} of cells: bytes to text, a character cut in two by a buffer put together again,
 * stack traces told by cells and lines.
 */
final class CellText extends OutputStream {

    private final CellOutput output;
    private final CellOutput.Stream stream;
    private final Supplier<Optional<TraceText>> session;
    private @Nullable TraceText traces;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer left = ByteBuffer.allocate(0);

    /** @param session tells traces, from when there is one */
    CellText(CellOutput output, CellOutput.Stream stream, Supplier<Optional<TraceText>> session) {
        this.output = output;
        this.stream = stream;
        this.session = session;
    }

    /** For code of cells to print on. */
    PrintStream printed() {
        return new PrintStream(this, false, StandardCharsets.UTF_8) {
            /** Other cells write here too. */
            @Override
            public void close() {
                flush();
            }
        };
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.allocate(left.remaining() + length)
                .put(left)
                .put(bytes, offset, length)
                .flip();
        CharBuffer out = CharBuffer.allocate(in.remaining());
        decoder.decode(in, out, false);
        left = in.slice();
        String text = out.flip().toString();
        TraceText told = traces();
        output.write(stream, told == null ? text : told.told(text));
    }

    /** What was held back because it might have become the frame of a stack trace is out when this returns. */
    @Override
    public synchronized void flush() {
        if (traces != null) {
            output.write(stream, traces.rest());
        }
    }

    private @Nullable TraceText traces() {
        if (traces == null) {
            traces = session.get().orElse(null);
        }
        return traces;
    }
}
