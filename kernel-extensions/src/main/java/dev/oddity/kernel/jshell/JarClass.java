package dev.oddity.kernel.jshell;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * A class file in a jar, for the compiler. There are thousands of them in a package path, few of which are ever read:
 * nothing is worked out before it is asked for.
 */
record JarClass(ZipFile jar, ZipEntry entry) implements JavaFileObject {

    /** As the compiler names it: {@code java.util.Map$Entry}. */
    String binaryName() {
        String name = entry.getName();
        return name.substring(0, name.length() - Kind.CLASS.extension.length()).replace('/', '.');
    }

    @Override
    public Kind getKind() {
        return Kind.CLASS;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        String name = entry.getName();
        return kind == Kind.CLASS
                && name.substring(name.lastIndexOf('/') + 1).equals(simpleName + Kind.CLASS.extension);
    }

    @Override
    public @Nullable NestingKind getNestingKind() {
        return null;
    }

    @Override
    public @Nullable Modifier getAccessLevel() {
        return null;
    }

    @Override
    public URI toUri() {
        return URI.create("jar:" + new File(jar.getName()).toURI() + "!/" + entry.getName());
    }

    @Override
    public String getName() {
        return jar.getName() + "(" + entry.getName() + ")";
    }

    @Override
    public InputStream openInputStream() throws IOException {
        return jar.getInputStream(entry);
    }

    @Override
    public OutputStream openOutputStream() {
        throw new UnsupportedOperationException(getName() + " is read only");
    }

    @Override
    public Writer openWriter() {
        throw new UnsupportedOperationException(getName() + " is read only");
    }

    @Override
    public Reader openReader(boolean ignoreEncodingErrors) {
        throw new UnsupportedOperationException(getName() + " is no text");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        throw new UnsupportedOperationException(getName() + " is no text");
    }

    @Override
    public long getLastModified() {
        return entry.getTime();
    }

    @Override
    public boolean delete() {
        return false;
    }
}
