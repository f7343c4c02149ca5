package dev.oddity.kernel;

import dev.oddity.core.card.CatalogueCard;
import dev.oddity.core.card.DataCard;
import dev.oddity.core.chart.ChartView;
import dev.oddity.core.display.CollectionView;
import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.MapView;
import dev.oddity.core.display.TableView;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.catalogue.CatalogueEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.api.Table;

/**
 * How notebooks show tables, charts, reports, collections and arrays. An extension of {@code jjava-jupyter}: this kernel
 * loads it as a service, and so does a stock JJava that has Oddity on its class path.
 */
public final class OddityExtension implements Extension {

    private static final List<Class<?>> ARRAYS = List.of(
            Object[].class,
            boolean[].class,
            byte[].class,
            char[].class,
            short[].class,
            int[].class,
            long[].class,
            float[].class,
            double[].class);

    @Override
    public void install(BaseKernel kernel) {
        install(kernel.getRenderer());
    }

    static void install(Renderer renderer) {
        register(renderer, Displayable.class, value -> value);
        register(renderer, Table.class, TableView::new);
        register(renderer, Dataset.class, DataCard::new);
        register(renderer, CatalogueEntry.class, CatalogueCard::new);
        register(renderer, IChart.class, ChartView::new);
        register(renderer, Collection.class, CollectionView::new);
        register(renderer, Map.class, MapView::new);
        for (Class<?> array : ARRAYS) {
            renderer.createRegistration(array)
                    .preferring("text/plain")
                    .register((value, context) -> context.getOutputContainer().putText(ArrayText.of(value)));
        }
    }

    private static <T> void register(Renderer renderer, Class<T> type, Function<T, Displayable> view) {
        renderer.createRegistration(type)
                .register((value, context) -> Bundles.put(view.apply(value).display(), context.getOutputContainer()));
    }
}
