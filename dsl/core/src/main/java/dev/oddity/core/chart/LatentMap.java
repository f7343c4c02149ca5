package dev.oddity.core.chart;

import dev.oddity.datasets.Features;
import java.util.List;

/**
 * Rows where a model puts them in its latent space.
 *
 * @param title heads the chart
 * @param latent rows × dimensions
 * @param scores one per row
 * @param threshold above which a row is called an anomaly
 * @param marked one per row: those that are drawn as diamonds
 * @param names what a dot means and what a diamond, such as {@code normal} and {@code anomaly}
 */
public record LatentMap(
        String title, Features latent, double[] scores, double threshold, boolean[] marked, List<String> names) {}
