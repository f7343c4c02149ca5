package dev.oddity.ci.approval;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.reproducibility.ApprovedNumber;
import dev.oddity.reproducibility.MetricName;
import dev.oddity.reproducibility.Tolerance;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers an executed notebook shows, named by cell, experiment, model and metric: of each metric the mean over
 * seeds. With each comes the tolerance that the experiment suggests for it.
 */
public record ReceivedMetrics(SortedMap<MetricName, ApprovedNumber> suggested) {

    /** Where the experiment suggests none. */
    private static final Tolerance USUAL = Tolerance.absolute(1e-9);

    /** @throws ApprovalException if a cell shows metrics of another form than Oddity's */
    public static ReceivedMetrics of(Notebook executed) {
        SortedMap<MetricName, ApprovedNumber> numbers = new TreeMap<>();
        for (Cell cell : executed.cells()) {
            Set<String> experiments = new HashSet<>();
            for (JsonObject metrics : ShownMetrics.in(cell)) {
                try {
                    add(numbers, cell.id(), metrics, experiments);
                } catch (IllegalStateException
                        | NullPointerException
                        | ClassCastException
                        | NumberFormatException
                        | UnsupportedOperationException e) {
                    throw new ApprovalException(
                            "cell '%s' shows %s of another form than a report's, which has experiment and models; show it as application/json"
                                    .formatted(cell.id(), MimeBundle.METRICS),
                            e);
                }
            }
        }
        return new ReceivedMetrics(numbers);
    }

    /** The numbers alone. */
    public Map<MetricName, Double> values() {
        Map<MetricName, Double> values = new TreeMap<>();
        suggested.forEach((name, number) -> values.put(name, number.value()));
        return values;
    }

    private static void add(
            Map<MetricName, ApprovedNumber> numbers, String cell, JsonObject metrics, Set<String> experiments) {
        String experiment = distinct(metrics.get("experiment").getAsString(), experiments);
        for (Map.Entry<String, JsonElement> model :
                metrics.getAsJsonObject("models").entrySet()) {
            model.getValue().getAsJsonObject().entrySet().forEach(metric -> {
                JsonObject figure = metric.getValue().getAsJsonObject();
                numbers.put(
                        MetricName.of(cell, experiment, model.getKey(), metric.getKey()),
                        new ApprovedNumber(number(figure.get("mean")), tolerance(figure)));
            });
        }
    }

    private static Tolerance tolerance(JsonObject figure) {
        return figure.has("absolute")
                ? Tolerance.absolute(figure.get("absolute").getAsDouble())
                : USUAL;
    }

    /** Two experiments of one name in one cell are told apart by their order. */
    private static String distinct(String experiment, Set<String> seen) {
        String name = experiment;
        for (int i = 2; !seen.add(name); i++) {
            name = experiment + " (" + i + ")";
        }
        return name;
    }

    /** What is not finite has no JSON number: null or a text stands for it. */
    private static double number(JsonElement value) {
        return value.isJsonNull() ? Double.NaN : Double.parseDouble(value.getAsString());
    }
}
