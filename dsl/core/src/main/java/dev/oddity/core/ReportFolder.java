package dev.oddity.core;

import dev.oddity.reproducibility.WholeFile;
import java.nio.file.Path;

/** A report on disk. */
final class ReportFolder {

    private ReportFolder() {}

    static void write(Report report, Path folder) {
        WholeFile.write(folder.resolve("report.json"), report.toJson());
        WholeFile.write(folder.resolve("report.html"), report.toHtml());
        for (ModelResult model : report.models()) {
            if (model.judged()) {
                WholeFile.write(
                        folder.resolve("scores-" + fileName(model.name()) + ".csv"),
                        scores(model.runs().get(0)));
            }
        }
    }

    static void writePage(Report report, Path file) {
        WholeFile.write(file, report.toHtml());
    }

    private static String scores(Run run) {
        double[] scores = run.predictions().scores();
        boolean[] labels = run.predictions().labels();
        StringBuilder csv = new StringBuilder("score,anomaly\n");
        for (int row = 0; row < scores.length; row++) {
            csv.append(scores[row]).append(',').append(labels[row] ? 1 : 0).append('\n');
        }
        return csv.toString();
    }

    private static String fileName(String model) {
        return model.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
