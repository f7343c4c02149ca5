package dev.oddity.kernel.jshell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Loads the classes of cells, and those of jars that cells asked for. */
final class CellClassLoader extends URLClassLoader {

    /** In stack traces. */
    static final String NAME = "cells";

    /** JShell puts all classes of cells into one package. */
    static final String PACKAGE = "REPL";

    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
    private final Stopping stopping;

    CellClassLoader(ClassLoader parent, Stopping stopping) {
        super(NAME, new URL[0], parent);
        this.stopping = stopping;
        // Who writes an assert in a cell wants to know; those of libraries stay as Java was started.
        setPackageAssertionStatus(PACKAGE, true);
    }

    Stopping stopping() {
        return stopping;
    }

    void put(String name, byte[] classFile) {
        bytes.put(name, classFile);
    }

    @Override
    protected void addURL(URL url) {
        super.addURL(url);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] found = bytes.get(name);
        return found == null ? super.findClass(name) : defineClass(name, found, 0, found.length);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] found = name.endsWith(".class")
                ? bytes.get(name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                : null;
        return found == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(found);
    }
}
