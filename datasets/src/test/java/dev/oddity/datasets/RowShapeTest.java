package dev.oddity.datasets;

import static dev.oddity.datasets.Preparations.passthrough;
import static dev.oddity.datasets.Preparations.standard;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;

class RowShapeTest {

    private static final Dataset IMAGES = Data.of(
                    new boolean[] {false, false, true},
                    DoubleColumn.create("p0", 1, 2, 3),
                    DoubleColumn.create("p1", 0, 0, 0),
                    DoubleColumn.create("p2", 4, 5, 6),
                    DoubleColumn.create("p3", 7, 8, 9))
            .withLayout(RowShape.image(1, 2, 2));

    @Test
    void a_row_of_pixels_is_an_image_of_channels_height_and_width() {
        Features images = passthrough().fit(IMAGES, Data.rows(0, 3)).transform(IMAGES.table(), new int[] {2, 0});

        assertThat(images.shape()).containsExactly(2, 1, 2, 2);
        assertThat(images.values()).containsExactly(3, 0, 6, 9, 1, 0, 4, 7);
        assertThat(images.columns()).isEqualTo(4);
    }

    @Test
    void rows_stay_flat_and_say_so_where_a_preparation_drops_pixels() {
        FittedPreparation fitted = standard().fit(IMAGES, Data.rows(0, 3));

        assertThat(fitted.transform(IMAGES.table()).shape()).containsExactly(3, 3);
        assertThat(fitted.warnings())
                .containsExactly(
                        "column p1 is constant or empty in the training rows and was left out",
                        "rows lost their shape 1 × 2 × 2, as 3 of 4 numbers stay; .prepare(passthrough()) keeps it");
    }

    @Test
    void a_sample_keeps_the_shape_and_the_official_boundary() {
        Dataset images = Data.of(new boolean[] {true, true, true}, DoubleColumn.create("p0", 1, 2, 3))
                .withLayout(RowShape.image(1, 1, 1))
                .withOfficialTraining(2);

        Dataset sample = images.sample(2, new Random(1));

        assertThat(sample.layout()).isEqualTo(RowShape.image(1, 1, 1));
        assertThat(sample.officialTraining())
                .isEqualTo(sample.table().doubleColumn("p0").isLessThan(2.5).size());
    }
}
