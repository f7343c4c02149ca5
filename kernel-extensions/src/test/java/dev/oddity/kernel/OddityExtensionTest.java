package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonObject;
import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.datasets.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class OddityExtensionTest {

    private final Renderer renderer = new Renderer();

    @BeforeEach
    void install() {
        OddityExtension.install(renderer);
    }

    @Test
    void a_table_is_html_with_the_data_escaped_and_text() {
        JsonObject data = data(Table.create(
                "t", StringColumn.create("<name>", "<script>alert(1)</script>"), DoubleColumn.create("x", 1.5)));

        assertThat(data.get("text/html").getAsString())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&lt;name&gt;")
                .doesNotContain("<script>");
        assertThat(data.get("text/plain").getAsString()).contains("1.5");
    }

    @Test
    void an_entry_of_the_catalogue_is_a_page_and_text() {
        JsonObject data = data(Catalogue.datasets("kdd99"));

        assertThat(data.get("text/html").getAsString()).contains("Traps", "kdd99().dagmmProtocol()");
        assertThat(data.get("text/plain").getAsString()).startsWith("kdd99(): ");
    }

    @Test
    void a_chart_is_a_png_of_twice_the_size_at_which_it_is_shown() {
        XYChart chart =
                new XYChartBuilder().width(200).height(100).title("Losses").build();
        chart.addSeries("loss", new double[] {1, 2}, new double[] {3, 1});

        JsonObject shown = Bundles.json(renderer.render(chart));

        byte[] png = Base64.getDecoder()
                .decode(shown.getAsJsonObject("data").get("image/png").getAsString());
        // Width and height stand in bytes 16 to 23 of a PNG (ISO/IEC 15948, 11.2.2).
        assertThat(java.nio.ByteBuffer.wrap(png, 16, 8).getInt()).isEqualTo(400);
        assertThat(shown.getAsJsonObject("metadata").get("image/png").toString())
                .isIn("{\"width\":200,\"height\":100}", "{\"height\":100,\"width\":200}");
    }

    @Test
    void a_chart_is_svg_where_that_is_asked_for() {
        XYChart chart = new XYChartBuilder().width(200).height(100).build();

        JsonObject shown =
                Bundles.json(renderer.renderAs(chart, "image/svg+xml")).getAsJsonObject("data");

        assertThat(shown.keySet()).containsExactlyInAnyOrder("text/plain", "image/svg+xml");
        assertThat(shown.get("image/svg+xml").getAsString()).startsWith("<svg ").contains("viewBox=\"0 0 200 100\"");
        assertThat(Bundles.json(renderer.renderAs(chart, "image/png"))
                        .getAsJsonObject("data")
                        .keySet())
                .containsExactlyInAnyOrder("text/plain", "image/png");
    }

    @Test
    void metrics_are_json_and_not_text_of_it() {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("rocAuc", 0.97);
        metrics.put("seeds", List.of(1, 2));
        Displayable report = () -> MimeBundle.text("report").with(MimeBundle.METRICS, metrics);

        assertThat(data(report).get(MimeBundle.METRICS).toString()).isEqualTo("{\"rocAuc\":0.97,\"seeds\":[1,2]}");
    }

    @Test
    void text_that_looks_like_json_stays_text_in_other_forms() {
        Displayable odd = () -> MimeBundle.text("{\"a\": 1}");

        assertThat(data(odd).get("text/plain").getAsString()).isEqualTo("{\"a\": 1}");
    }

    @Test
    void collections_and_maps_are_tables() {
        assertThat(data(List.of("a", "b")).get("text/html").getAsString()).contains("<table>");
        assertThat(data(Map.of("k", "v")).get("text/plain").getAsString())
                .contains("k")
                .contains("v");
    }

    @Test
    void records_and_arrays_of_any_class_are_seen_through() {
        record Layer(int size, double[] weights) {}
        Layer layer = new Layer(2, new double[] {0.5, 1});

        assertThat(data(new int[] {1, 2}).get("text/plain").getAsString()).isEqualTo("[1, 2]");
        assertThat(data(new Layer[] {layer}).get("text/html").getAsString()).contains("[0.5, 1.0]");
        assertThat(data(layer).get("text/plain").getAsString()).isEqualTo("Layer[size=2, weights=[0.5, 1.0]]");
        assertThat(data(new double[][] {{1, 2}, {3, 4}}).get("text/html").getAsString())
                .contains("double[][]: 2 rows × 2 columns");
    }

    @Test
    void who_asks_for_one_form_gets_it_and_text() {
        Table table = Table.create("t", StringColumn.create("s", "a"));

        assertThat(only(table, "text/plain")).containsExactly("text/plain");
        assertThat(only(table, "text/html")).containsExactlyInAnyOrder("text/plain", "text/html");
        assertThat(only(table, "image/png")).containsExactly("text/plain");
    }

    @Test
    void json_is_for_those_who_ask() {
        record Layer(int size, double[] weights) {}
        DoubleColumn gap = DoubleColumn.create("x", 1.5, 0);
        gap.setMissing(1);
        List<Object> holdsItself = new ArrayList<>();
        holdsItself.add(holdsItself);

        assertThat(json(List.of(new Layer(2, new double[] {0.5, Double.NaN}), "<a>")))
                .isEqualTo("[{\"size\":2,\"weights\":[0.5,null]},\"<a>\"]");
        assertThat(json(Table.create("t", StringColumn.create("s", "a", "b"), gap)))
                .isEqualTo("[{\"s\":\"a\",\"x\":1.5},{\"s\":\"b\",\"x\":null}]");
        assertThat(json(Map.of("day", LocalDate.of(2026, 1, 2)))).isEqualTo("{\"day\":\"2026-01-02\"}");
        assertThat(json(Optional.of(3))).isEqualTo("3");
        assertThat(only(holdsItself, "application/json")).containsExactly("text/plain");
        assertThat(only(new Thread(), "application/json")).containsExactly("text/plain");
        assertThat(data(List.of(1)).keySet()).doesNotContain("application/json");
    }

    @Test
    void arrays_of_djl_are_tables_and_json_for_those_who_ask() {
        record Batch(NDArray x, @Nullable NDArray y) {}
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDArray array = manager.create(new float[] {1, Float.NaN, 0.5f, 4}, new Shape(2, 2));

            assertThat(data(array).get("text/html").getAsString()).contains("NDArray (2, 2) float32 on cpu", "<table>");
            assertThat(json(array)).isEqualTo("[[1.0,null],[0.5,4.0]]");
            assertThat(json(List.of(array))).isEqualTo("[[[1.0,null],[0.5,4.0]]]");
            assertThat(json(new Batch(array, null))).isEqualTo("{\"x\":[[1.0,null],[0.5,4.0]],\"y\":null}");
            assertThat(json(new NDArray[] {null, array})).isEqualTo("[null,[[1.0,null],[0.5,4.0]]]");
            assertThat(data(List.of(array)).get("text/plain").getAsString())
                    .endsWith("0  NDArray (2, 2) float32 on cpu");
            array.close();
            assertThat(only(array, "application/json")).containsExactly("text/plain");
        }
    }

    private Set<String> only(Object value, String form) {
        return Bundles.json(renderer.renderAs(value, form))
                .getAsJsonObject("data")
                .keySet();
    }

    private String json(Object value) {
        return Bundles.json(renderer.renderAs(value, "application/json"))
                .getAsJsonObject("data")
                .get("application/json")
                .toString();
    }

    private JsonObject data(Object value) {
        return Bundles.json(renderer.render(value)).getAsJsonObject("data");
    }
}
