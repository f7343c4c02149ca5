package dev.oddity.core.evaluation;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the authors' own programs say; see README.md beside the file. */
record SeriesReference(List<Case> cases) {

    record Case(
            String name,
            double[] scores,
            int[][] anomalies,
            double threshold,
            @Nullable Pair affiliation,
            Pair ranges,
            Pair rangesWithExistence,
            List<Volume> volumes,
            Map<String, Double> nab,
            double pointAdjustedF1,
            double bestPointAdjustedF1) {

        boolean[] labels() {
            boolean[] labels = new boolean[scores.length];
            for (int[] anomaly : anomalies) {
                for (int point = anomaly[0]; point < anomaly[1]; point++) {
                    labels[point] = true;
                }
            }
            return labels;
        }

        Predictions predictions() {
            int[] places = IntStream.range(0, scores.length).toArray();
            return new Predictions(scores, labels(), threshold).withTimeline(Timeline.ofPoints(places, labels()));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Pair(double precision, double recall) {}

    record Volume(int buffer, double roc, double pr) {}

    static List<Case> everyCase() {
        try (Reader json = new InputStreamReader(
                SeriesReference.class.getResourceAsStream("series-references.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(json, SeriesReference.class).cases();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
