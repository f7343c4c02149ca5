package dev.oddity.kernel.jshell;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.Scanner;

/**
 * What a {@link Scanner} of cells reads from, so that an interrupt ends the cell and not the scanner. To a scanner a failed
 * read is the end of its source, for ever, which the next cell would meet as {@code NoSuchElementException}.
 */
public final class ScannerSource implements Readable, Closeable {

    private final Reader reader;

    private ScannerSource(Reader reader) {
        this.reader = reader;
    }

    /** Called by cells for {@link Scanner#Scanner(InputStream)}. */
    public static Readable of(InputStream source) {
        return of(source, Charset.defaultCharset());
    }

    /** Called by cells for {@link Scanner#Scanner(InputStream, String)}. */
    public static Readable of(InputStream source, String charset) {
        return of(source, Charset.forName(charset));
    }

    /** Called by cells for {@link Scanner#Scanner(InputStream, Charset)}. */
    public static Readable of(InputStream source, Charset charset) {
        return new ScannerSource(new InputStreamReader(source, charset));
    }

    @Override
    public int read(CharBuffer target) throws IOException {
        int unread = target.position();
        try {
            return reader.read(target);
        } catch (InterruptedIOException e) {
            // Others throw it when time is over.
            if (!Thread.interrupted()) {
                throw e;
            }
            // A scanner lends the room behind what it has not parsed yet, and takes it back after a read that ends
            // well.
            target.limit(unread).position(0);
            throw new Interrupted();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
