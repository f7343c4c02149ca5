package dev.oddity.core;

import dev.oddity.core.chart.Charts;
import dev.oddity.core.chart.LossCurves;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.Page;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Windows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A fitted detector as HTML: what it is, when it calls a row or a window an anomaly, how its training went, what to ask it. */
final class DetectorPage {

    private static final int NAMES = 12;

    private DetectorPage() {}

    /**
     * For the output of a notebook cell.
     *
     * @param losses of its training; none if it has none, or it was read from a folder
     */
    static String embedded(FittedDetector detector, List<LossCurves> losses) {
        Page page = Page.titled(detector.detector().name() + ", fitted")
                .summary("Calls a " + example(detector.preparation()) + " an anomaly when its score is above "
                        + (float) detector.threshold() + ".")
                .section("Facts", about(detector));
        if (!losses.isEmpty()) {
            page = page.section(
                    "Training",
                    Charts.obstacle()
                            .map(Html::note)
                            .orElseGet(() -> Charts.lossCurves(losses).html("")));
        }
        return page.section("Next", Html.items(FittedDetector.NEXT))
                .footer("experiment " + detector.experiment())
                .fragment()
                .markup();
    }

    private static Html[] about(FittedDetector detector) {
        Stream<Html> notes = detector.notes().stream().map(Html::note);
        return Stream.concat(notes, Stream.of(Html.facts(facts(detector)))).toArray(Html[]::new);
    }

    private static Map<String, String> facts(FittedDetector detector) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Detector",
                detector.detector() + "; " + detector.detector().supervision().phrase());
        facts.put("Score", detector.scoredBy().phrase() + "; higher = more anomalous");
        facts.put(
                "Threshold",
                (float) detector.threshold() + ", from the " + detector.cut().basis());
        facts.put("Rows", rows(detector.preparation()));
        return facts;
    }

    private static String rows(FittedPreparation preparation) {
        List<String> origins = preparation.origins();
        List<String> columns = origins.stream()
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .toList();
        String numbers = count(origins.size(), "number");
        String names = columns.isEmpty()
                ? ""
                : " of " + String.join(", ", columns.subList(0, Math.min(NAMES, columns.size())))
                        + (columns.size() <= NAMES ? "" : " and " + count(columns.size() - NAMES, "more column"));
        return preparation.layout() instanceof Windows windows
                ? "windows of " + count(windows.length(), "row") + ", prepared to " + numbers + names
                : "prepared to " + numbers + names;
    }

    private static String example(FittedPreparation preparation) {
        return preparation.layout() instanceof Windows ? "window" : "row";
    }

    private static String count(int number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
