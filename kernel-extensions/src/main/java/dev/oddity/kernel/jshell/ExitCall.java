package dev.oddity.kernel.jshell;

/** Stands in for {@link System#exit} in users' code: ending the kernel is the front end's business. */
public final class ExitCall {

    private ExitCall() {}

    /** Called by cells in place of {@code System.exit}. */
    public static void exit(int status) {
        throw new SecurityException("System.exit(" + status
                + ") would end the kernel and lose all variables; restart or shut it down from the notebook's menu");
    }
}
