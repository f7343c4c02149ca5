package dev.oddity.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;

/** {@code System.in} of cells: when it runs dry, the user is asked for a line. UTF-8. */
final class CellInput extends InputStream {

    /** Asks for one line, without its end. */
    @FunctionalInterface
    interface Prompt {
        String ask() throws InterruptedException;
    }

    private final Prompt prompt;
    private byte[] line = new byte[0];
    private int at;

    CellInput(Prompt prompt) {
        this.prompt = prompt;
    }

    @Override
    public synchronized int read() throws IOException {
        fill();
        return line[at++] & 0xff;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        fill();
        int read = Math.min(length, line.length - at);
        System.arraycopy(line, at, bytes, offset, read);
        at += read;
        return read;
    }

    @Override
    public synchronized int available() {
        return line.length - at;
    }

    private void fill() throws IOException {
        if (at == line.length) {
            try {
                line = (prompt.ask() + "\n").getBytes(StandardCharsets.UTF_8);
                at = 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for input");
            }
        }
    }
}
