package dev.oddity.kernel.jshell;

/** Stands in for what ends the process in users' code: ending the kernel is the front end's business. */
public final class ExitCall {

    private ExitCall() {}

    /** Called by cells in place of {@link System#exit}. */
    public static void exit(int status) {
        throw refused("System.exit", status);
    }

    /** Called by cells in place of {@link Runtime#exit}. */
    public static void exit(Runtime runtime, int status) {
        throw refused("Runtime.exit", status);
    }

    /** Called by cells in place of {@link Runtime#halt}. */
    public static void halt(Runtime runtime, int status) {
        throw refused("Runtime.halt", status);
    }

    private static SecurityException refused(String method, int status) {
        return new SecurityException(method + "(" + status
                + ") would end the kernel and lose all variables; restart or shut it down from the notebook's menu");
    }
}
