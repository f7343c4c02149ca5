package dev.oddity.core;

import dev.oddity.core.detector.Supervision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Models that were told different things of their training rows stand in one leaderboard: says which, and what follows. */
final class LikeForLike {

    private LikeForLike() {}

    /** Whether some models were told labels, so that a reader must see which. */
    static boolean needsTelling(List<ModelResult> models) {
        return models.stream().anyMatch(model -> supervision(model).usesLabels());
    }

    /** What a model was told, for a cell. */
    static String told(ModelResult model) {
        return switch (supervision(model)) {
            case UNSUPERVISED -> "rows";
            case SEMI_SUPERVISED -> "rows, few labels";
            case SUPERVISED -> "rows and labels";
        };
    }

    /** {@code randomForest (learns from labels)}; of a model that was told none, its name. */
    static String named(ModelResult model) {
        return supervision(model).usesLabels()
                ? model.name() + " (" + supervision(model).phrase() + ")"
                : model.name();
    }

    /** One sentence for each kind of models that was told more than another. */
    static List<String> notes(List<ModelResult> models) {
        List<ModelResult> judged = models.stream().filter(ModelResult::judged).toList();
        List<String> notes = new ArrayList<>();
        for (Supervision kind : List.of(Supervision.SEMI_SUPERVISED, Supervision.SUPERVISED)) {
            List<String> names = judged.stream()
                    .filter(model -> supervision(model) == kind)
                    .map(ModelResult::name)
                    .toList();
            boolean toldMore =
                    judged.stream().anyMatch(model -> supervision(model).compareTo(kind) < 0);
            if (!names.isEmpty() && toldMore) {
                notes.add(sentence(names, kind));
            }
        }
        return notes;
    }

    private static String sentence(List<String> names, Supervision kind) {
        String learn = names.size() == 1 ? kind.phrase() : kind.phrase().replaceFirst("learns", "learn");
        return names.stream().collect(Collectors.joining(", ")) + " " + learn
                + (kind == Supervision.SUPERVISED
                        ? ": upper bounds for the models that were told less, not like for like"
                        : ": not like for like with the models that were told none");
    }

    private static Supervision supervision(ModelResult model) {
        return model.candidate().detector().supervision();
    }
}
