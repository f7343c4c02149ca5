package dev.oddity.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import dev.oddity.core.card.CatalogueCard;
import dev.oddity.core.card.DataCard;
import dev.oddity.core.chart.ChartView;
import dev.oddity.core.display.CollectionView;
import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.MapView;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.TableView;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.catalogue.CatalogueEntry;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.api.Table;

/** How values look in a notebook, whichever kernel runs it. */
public final class Views {

    private static final Gson GSON = new Gson();

    /** Whoever wants this wants everything. */
    private static final String NOBODYS = "application/x-nobodys";

    private static final List<View<?>> OF_TYPES = List.of(
            new View<>(Displayable.class, value -> value),
            new View<>(Table.class, TableView::new),
            new View<>(Dataset.class, DataCard::new),
            new View<>(CatalogueEntry.class, CatalogueCard::new),
            new View<>(IChart.class, ChartView::new),
            new View<>(Collection.class, CollectionView::new),
            new View<>(Map.class, MapView::new));

    // Kernels look for an array's own class: nothing is found under Object[] but arrays of Object.
    private static final List<Class<?>> ROWS = List.of(
            Object[].class,
            String[].class,
            boolean[].class,
            byte[].class,
            char[].class,
            short[].class,
            int[].class,
            long[].class,
            float[].class,
            double[].class);

    private Views() {}

    /**
     * How values of one type look.
     *
     * @param type a class, or an interface of many
     */
    public record View<T>(Class<T> type, Function<? super T, ? extends Displayable> view) {

        /** A value's forms as messages carry them: bytes as Base64, JSON as JSON, all else as text. */
        public MimeBundle of(T value) {
            return encoded(view.apply(value).display());
        }

        /**
         * The same for somebody who may want some forms only.
         *
         * @param wanted whether a MIME type is wanted; all are by who names none
         */
        public MimeBundle of(T value, Predicate<String> wanted) {
            boolean svg = wanted.test(MimeBundle.SVG) && !wanted.test(NOBODYS);
            return svg ? encoded(view.apply(value).display(MimeBundle.SVG)) : of(value);
        }
    }

    /** One for each type that a kernel should know of. */
    public static List<View<?>> all() {
        Stream<View<?>> arrays = ROWS.stream()
                .flatMap(row -> Stream.of(row, row.arrayType(), row.arrayType().arrayType()))
                .map(Views::array);
        return Stream.concat(OF_TYPES.stream(), arrays).toList();
    }

    /** The same with forms as messages carry them. */
    public static MimeBundle encoded(MimeBundle bundle) {
        MimeBundle encoded = new MimeBundle(Map.of(), bundle.metadata());
        for (Map.Entry<String, Object> form : bundle.data().entrySet()) {
            encoded = encoded.with(form.getKey(), encoded(form.getKey(), form.getValue()));
        }
        return encoded;
    }

    private static <T> View<T> array(Class<T> type) {
        return new View<>(type, array -> () -> MimeBundle.text(ArrayText.of(array)));
    }

    private static Object encoded(String type, Object form) {
        if (form instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (form instanceof JsonElement) {
            return form;
        }
        return form instanceof Map || isJson(type) ? GSON.toJsonTree(form) : String.valueOf(form);
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }
}
