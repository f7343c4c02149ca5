package dev.oddity.kernel;

import java.io.InputStream;
import java.io.PrintStream;

/** The standard streams of this JVM, which are one for all of its code. */
record StandardStreams(InputStream in, PrintStream out, PrintStream err) {

    static StandardStreams now() {
        return new StandardStreams(System.in, System.out, System.err);
    }

    void use() {
        System.setIn(in);
        System.setOut(out);
        System.setErr(err);
    }
}
