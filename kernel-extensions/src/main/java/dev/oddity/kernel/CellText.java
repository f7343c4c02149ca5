package dev.oddity.kernel;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** {@code System.out} or {@code System.err} of cells: bytes to text, a character cut in two by a buffer put together again. */
final class CellText extends OutputStream {

    private final CellOutput output;
    private final CellOutput.Stream stream;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer left = ByteBuffer.allocate(0);

    private CellText(CellOutput output, CellOutput.Stream stream) {
        this.output = output;
        this.stream = stream;
    }

    static PrintStream of(CellOutput output, CellOutput.Stream stream) {
        return new PrintStream(new CellText(output, stream), false, StandardCharsets.UTF_8);
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
        output.write(stream, out.flip().toString());
    }
}
