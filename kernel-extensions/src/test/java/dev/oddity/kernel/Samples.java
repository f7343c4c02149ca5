package dev.oddity.kernel;

import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.LiveDisplay;
import dev.oddity.core.display.MimeBundle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Values that every kernel should show alike, by name: the cells of the kernels in these tests are such names. */
public final class Samples {

    public static final List<String> NAMES = List.of(
            "table",
            "chart",
            "report",
            "list",
            "map",
            "array",
            "record",
            "records",
            "rows",
            "column",
            "optional",
            "text");

    private record Layer(int size, double[] weights) {}

    private Samples() {}

    public static Object of(String name) {
        return switch (name) {
            case "table" -> Table.create("t", StringColumn.create("<name>", "a & b"), DoubleColumn.create("x", 1.5));
            case "chart" -> chart();
            case "report" ->
                (Displayable) () -> MimeBundle.text("report").with(MimeBundle.METRICS, Map.of("rocAuc", 0.97));
            case "list" -> List.of("a", "b");
            case "map" -> Map.of("k", 1);
            case "array" -> new double[][] {{1, 2}, {3}};
            case "record" -> new Layer(8, new double[] {0.5});
            case "records" -> List.of(new Layer(8, new double[] {0.5}), new Layer(2, new double[] {1, 2}));
            case "rows" -> new Layer[] {new Layer(8, new double[] {0.5})};
            case "column" -> DoubleColumn.create("x", 1, 2.5);
            case "optional" -> Optional.of(new int[] {1});
            case "text" -> "text";
            case "progress" -> progress();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static XYChart chart() {
        XYChart chart =
                new XYChartBuilder().width(200).height(100).title("Losses").build();
        chart.addSeries("loss", new double[] {1, 2}, new double[] {3, 1});
        return chart;
    }

    /** Paints twice on the first display that is available, as long work does. */
    private static String progress() {
        for (LiveDisplay display : ServiceLoader.load(LiveDisplay.class)) {
            if (display.available()) {
                Consumer<MimeBundle> place = display.open();
                place.accept(MimeBundle.text("half"));
                place.accept(MimeBundle.text("whole"));
                return "done";
            }
        }
        return "nowhere to paint";
    }
}
