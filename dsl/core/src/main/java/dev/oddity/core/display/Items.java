package dev.oddity.core.display;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.function.Function;

/**
 * The items of a collection that are shown, and no copy of the others. The last ones of a list are had by their place; to
 * those of another collection the way leads past all before them, so that of more than a million only the first are shown.
 *
 * @param shown in their order; a {@link Failure} where the collection's own code throws
 * @param excerpt which of all they are
 */
record Items(List<Object> shown, Excerpt excerpt) {

    private static final int PASSED = 1_000_000;

    /**
     * @param limit items shown at most
     * @param kept what is kept of each
     */
    static <T> Items of(Collection<T> all, int limit, Function<T, Object> kept) {
        int size = all.size();
        boolean list = all instanceof List;
        Excerpt planned = list || size <= PASSED ? Excerpt.of(size, limit) : Excerpt.firstOf(size, limit);
        List<Object> shown = new ArrayList<>();
        try {
            Iterator<T> items = all.iterator();
            while (shown.size() < planned.head() && items.hasNext()) {
                shown.add(kept.apply(items.next()));
            }
            if (planned.tail() > 0) {
                Iterator<T> rest = list ? ((List<T>) all).listIterator(size - planned.tail()) : items;
                last(rest, list ? 0 : planned.leftOut(), planned.tail()).forEach(item -> shown.add(kept.apply(item)));
            }
        } catch (Throwable e) {
            shown.add(Failure.of(e));
        }
        // Fewer than planned if it changes meanwhile, or throws.
        boolean asPlanned = shown.size() == planned.head() + planned.tail();
        return new Items(shown, asPlanned ? planned : Excerpt.firstOf(size, Math.min(size, shown.size())));
    }

    private static <T> List<T> last(Iterator<T> items, long passed, int count) {
        for (long i = 0; i < passed && items.hasNext(); i++) {
            items.next();
            Failure.stopIfInterrupted();
        }
        List<T> last = new LinkedList<>();
        while (last.size() < count && items.hasNext()) {
            last.add(items.next());
        }
        return last;
    }
}
