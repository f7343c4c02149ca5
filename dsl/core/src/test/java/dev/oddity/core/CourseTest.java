package dev.oddity.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.core.chart.LossCurves;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CourseTest {

    @Test
    void each_member_of_an_ensemble_and_what_came_before_have_an_axis_of_their_own() {
        Map<String, List<Double>> history = new LinkedHashMap<>();
        history.put("1. vae loss", List.of(3.0, 2.0));
        history.put("1. vae validation loss", List.of(4.0, 5.0));
        history.put("2. deepSvdd pretraining loss", List.of(.5));
        history.put("2. deepSvdd loss", List.of(.1));

        List<LossCurves> losses = Course.losses("ensemble", history);

        assertThat(losses)
                .extracting(LossCurves::title)
                .containsExactly("ensemble, 1. vae", "ensemble, 2. deepSvdd, pretraining", "ensemble, 2. deepSvdd");
        assertThat(losses.get(0).losses()).containsOnlyKeys("loss");
        assertThat(losses.get(0).validation()).containsExactly(4, 5);
        assertThat(losses.get(0).bestEpoch()).isEqualTo(1);
        assertThat(losses.get(2).losses().get("loss")).containsExactly(.1);
    }

    @Test
    void adversaries_share_an_axis_and_curves_that_are_no_losses_are_left_out() {
        Map<String, List<Double>> history = new LinkedHashMap<>();
        history.put("encoder loss", List.of(3.0));
        history.put("critic loss", List.of(-1.0));
        history.put("accuracy", List.of(.9));

        List<LossCurves> losses = Course.losses("wganGp", history);

        assertThat(losses).hasSize(1);
        assertThat(losses.get(0).losses()).containsOnlyKeys("encoder loss", "critic loss");
        assertThat(losses.get(0).bestEpoch()).isZero();
    }
}
