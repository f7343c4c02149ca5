package dev.oddity.deep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** Losses over the epochs of a training, a curve by each name. */
final class Curves {

    /** The curve of the loss that early stopping watches. */
    static final String VALIDATION = "validation loss";

    private final Map<String, List<Double>> byName = new LinkedHashMap<>();

    void add(String name, double loss) {
        byName.computeIfAbsent(name, unknown -> new ArrayList<>()).add(loss);
    }

    void forEachLast(BiConsumer<String, Double> use) {
        byName.forEach((name, losses) -> use.accept(name, losses.get(losses.size() - 1)));
    }

    Map<String, List<Double>> byName() {
        return byName;
    }

    /** The last loss of each curve, and how the first went. */
    String note() {
        StringBuilder note = new StringBuilder();
        forEachLast((name, loss) ->
                note.append(note.isEmpty() ? "" : ", ").append(String.format(Locale.ROOT, "%s %.4f", name, loss)));
        return note + " " + Sparkline.of(byName.values().iterator().next());
    }
}
