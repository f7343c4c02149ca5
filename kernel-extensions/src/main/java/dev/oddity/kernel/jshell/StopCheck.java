package dev.oddity.kernel.jshell;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Links the looks that {@link StopChecks} puts into code of cells to the session that loaded it. */
public final class StopCheck {

    static final String LOOP = "loop";
    static final String ENTRY = "entry";
    static final String BOOTSTRAP = "site";
    static final MethodType BOOTSTRAP_TYPE =
            MethodType.methodType(CallSite.class, MethodHandles.Lookup.class, String.class, MethodType.class);

    private StopCheck() {}

    /**
     * Called by Java before the first look of each place in the code.
     *
     * @param place before a jump backwards or at the entry of a method
     */
    public static CallSite site(MethodHandles.Lookup caller, String place, MethodType type) {
        Stopping stopping = ((CellClassLoader) caller.lookupClass().getClassLoader()).stopping();
        return place.equals(LOOP) ? stopping.loops() : stopping.entries();
    }
}
