package dev.oddity.kernel.jshell;

import java.lang.instrument.ClassDefinition;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/** The classes that cells are compiled to, kept in memory, above the kernel's own class path. */
final class InMemoryClasses implements LoaderDelegate {

    private final CellClassLoader loader;

    private final Generations generations = new Generations();

    private boolean restoring;

    /** @param stopping ends their code */
    InMemoryClasses(Stopping stopping) {
        loader = new CellClassLoader(InMemoryClasses.class.getClassLoader(), stopping);
    }

    Generations generations() {
        return generations;
    }

    ClassLoader loader() {
        return loader;
    }

    /** All bytes first, then all classes: classes of one cell may need each other while they are being defined. */
    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        for (ClassBytecodes bytecodes : classes) {
            loader.put(bytecodes.name(), CellCode.guarded(bytecodes.bytecodes()));
            generations.add(bytecodes.name());
        }
        boolean[] installed = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                loader.loadClass(classes[i].name());
                installed[i] = true;
            } catch (ClassNotFoundException | LinkageError e) {
                throw new ClassInstallException("class " + classes[i].name() + " can't be loaded: " + e, installed);
            }
        }
    }

    /**
     * While an old declaration comes back: its class, as it was at the mark, takes the code it had, and no older class of
     * the name does.
     */
    void setRestoring(boolean restoring) {
        this.restoring = restoring;
    }

    /**
     * Gives loaded classes new code in place.
     *
     * @throws ClassInstallException if that can't be; then none has changed
     */
    void redefine(ClassBytecodes[] classes) throws ClassInstallException {
        List<ClassDefinition> definitions = new ArrayList<>();
        for (ClassBytecodes changed : classes) {
            byte[] code = CellCode.guarded(changed.bytecodes());
            boolean asItWas = restoring && generations.isOfMark(changed.name());
            boolean older = restoring && generations.isBeforeMark(changed.name());
            if (older || !asItWas && CellCode.isSetOnce(code)) {
                throw refused(classes);
            }
            try {
                definitions.add(new ClassDefinition(findClass(changed.name()), code));
            } catch (ClassNotFoundException | LinkageError e) {
                throw refused(classes);
            }
        }
        if (!Redefinition.redefine(definitions)) {
            throw refused(classes);
        }
        classesRedefined(classes);
        for (ClassBytecodes changed : classes) {
            generations.use(changed.name());
        }
    }

    private static ClassInstallException refused(ClassBytecodes[] classes) {
        return new ClassInstallException("not in place", new boolean[classes.length]);
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        for (ClassBytecodes bytecodes : classes) {
            loader.put(bytecodes.name(), CellCode.guarded(bytecodes.bytecodes()));
        }
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        for (String entry : path.split(java.io.File.pathSeparator)) {
            try {
                loader.addURL(Path.of(entry).toUri().toURL());
            } catch (MalformedURLException e) {
                throw new InternalException("no class path entry: " + entry);
            }
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }
}
