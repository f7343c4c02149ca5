package dev.oddity.kernel;

import dev.oddity.core.display.LiveDisplay;
import dev.oddity.core.display.MimeBundle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Progress in the cells of another Java kernel that our views were installed in. Found as a service, of which each use
 * makes a new one, while a process has one kernel: hence what is static here.
 */
public final class StockDisplay implements LiveDisplay {

    /** What progress needs of a kernel. */
    public interface Cell {

        /** Whether a cell is running that output can go to. */
        boolean running();

        /**
         * Shows forms as {@link Views#encoded} gives them.
         *
         * @param again whether it takes the place of what was shown under this id
         */
        void show(MimeBundle forms, String id, boolean again);
    }

    private static volatile @Nullable Cell cell;

    /** From now on progress is shown there. */
    public static void useFor(Cell kernel) {
        cell = kernel;
    }

    @Override
    public boolean available() {
        Cell at = cell;
        return at != null && at.running();
    }

    @Override
    public Consumer<MimeBundle> open() {
        Cell at = cell;
        return at == null ? bundle -> {} : new Place(at::show);
    }
}
