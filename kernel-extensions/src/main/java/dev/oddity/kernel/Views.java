package dev.oddity.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import dev.oddity.core.card.CatalogueCard;
import dev.oddity.core.card.DataCard;
import dev.oddity.core.chart.ChartView;
import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.ValueView;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.catalogue.CatalogueEntry;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** How values look in a notebook, whichever kernel runs it. */
public final class Views {

    private static final Gson GSON = new Gson();

    /** Whoever wants this wants everything. */
    private static final String NOBODYS = "application/x-nobodys";

    // Kernels take the view of the class or interface nearest to a value's own: that of Object is for what has no
    // other, records and all arrays among it.
    private static final List<View<?>> OF_TYPES = List.of(
            new View<>(Displayable.class, value -> value),
            new View<>(Dataset.class, DataCard::new),
            new View<>(CatalogueEntry.class, CatalogueCard::new),
            new View<>(IChart.class, ChartView::new),
            new View<>(Table.class, ValueView::new),
            new View<>(Column.class, ValueView::new),
            new View<>(Collection.class, ValueView::new),
            new View<>(Map.class, ValueView::new),
            new View<>(Object.class, ValueView::new));

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
         * The same for somebody who may want some forms only; plain text is always there.
         *
         * @param wanted whether a MIME type is wanted; all are by who names none
         */
        public MimeBundle of(T value, Predicate<String> wanted) {
            if (wanted.test(NOBODYS)) {
                return of(value);
            }
            Displayable shown = view.apply(value);
            MimeBundle forms = wanted.test(MimeBundle.SVG) ? shown.display(MimeBundle.SVG) : shown.display();
            Map<String, Object> chosen = new LinkedHashMap<>(forms.data());
            chosen.keySet().removeIf(form -> !form.equals(MimeBundle.TEXT) && !wanted.test(form));
            if (shown instanceof ValueView && wanted.test(JsonForm.TYPE)) {
                JsonForm.of(value).ifPresent(json -> chosen.put(JsonForm.TYPE, json));
            }
            return encoded(new MimeBundle(chosen, forms.metadata()));
        }
    }

    /** One for each type that a kernel should know of. */
    public static List<View<?>> all() {
        return OF_TYPES;
    }

    /** The same with forms as messages carry them. */
    public static MimeBundle encoded(MimeBundle bundle) {
        MimeBundle encoded = new MimeBundle(Map.of(), bundle.metadata());
        for (Map.Entry<String, Object> form : bundle.data().entrySet()) {
            encoded = encoded.with(form.getKey(), encoded(form.getKey(), form.getValue()));
        }
        return encoded;
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
        return type.equals(JsonForm.TYPE) || type.endsWith("+json");
    }
}
