package dev.oddity.kernel.jshell;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Runs what JShell compiled in this process, on the cell thread, and keeps the live result that JShell itself would turn
 * into text.
 */
final class InProcessControl extends DirectExecutionControl {

    private final InMemoryClasses classes;
    private final CellThread thread;
    private @Nullable Object result;
    private @Nullable Field located;
    private boolean restoring;
    private boolean threw;

    InProcessControl(InMemoryClasses classes, CellThread thread) {
        super(classes);
        this.classes = classes;
        this.thread = thread;
    }

    /** What the last statement gave. Handed out once, so that nothing is kept alive here. */
    @Nullable
    Object takeResult() {
        Object taken = result;
        result = null;
        return taken;
    }

    /** Where the variable lives that JShell asked the value of last; null if it could not be found. */
    @Nullable
    Field located() {
        return located;
    }

    /**
     * A statement begins: once one of its variables can't be set, what the later ones would be set to is not run, as in Java.
     *
     * @return to be given to {@link #endStatement}: the statement that runs this one, if any does, goes on after it
     */
    boolean beginStatement() {
        boolean before = threw;
        threw = false;
        return before;
    }

    void endStatement(boolean before) {
        threw = before;
    }

    /** From now on nothing is run: what is declared was declared before, and was refused since. */
    void beginRestoring() {
        restoring = true;
        classes.generations().returnToMark();
        classes.setRestoring(true);
    }

    void endRestoring() {
        restoring = false;
        classes.setRestoring(false);
    }

    @Override
    protected String invoke(Method wrapper) throws Exception {
        result = null;
        if (restoring || threw) {
            return "";
        }
        threw = true;
        try {
            result = thread.call(() -> {
                Thread.currentThread().setContextClassLoader(classes.loader());
                return wrapper.invoke(null);
            });
        } catch (InvocationTargetException e) {
            throw e;
        } catch (Throwable e) {
            throw new InvocationTargetException(e);
        }
        threw = false;
        return "";
    }

    @Override
    protected String throwConvertedInvocationException(Throwable thrown) throws RunException {
        throw Thrown.forJShell(thrown);
    }

    @Override
    public void redefine(ClassBytecodes[] changed) throws ClassInstallException {
        classes.redefine(changed);
    }

    /** Notes the field instead of reading it: a value's {@code toString} may be slow, and is not wanted. */
    @Override
    public String varValue(String className, String varName)
            throws RunException, EngineTerminationException, InternalException {
        located = null;
        try {
            Field field = findClass(className).getDeclaredField(varName);
            field.setAccessible(true);
            located = field;
        } catch (ClassNotFoundException | NoSuchFieldException e) {
            throw new InternalException(e.toString());
        }
        return "";
    }

    @Override
    public void stop() {
        thread.interrupt();
    }
}
