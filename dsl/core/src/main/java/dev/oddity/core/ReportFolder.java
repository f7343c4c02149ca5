package dev.oddity.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A report on disk. */
final class ReportFolder {

    private ReportFolder() {}

    static void write(Report report, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("report.json"), report.toJson());
            Files.writeString(folder.resolve("report.html"), report.toHtml());
            for (ModelResult model : report.models()) {
                if (model.judged()) {
                    Files.writeString(
                            folder.resolve("scores-" + fileName(model.name()) + ".csv"),
                            scores(model.runs().get(0)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save the report to " + folder + ": " + e.getMessage(), e);
        }
    }

    static void writePage(Report report, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, report.toHtml());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report to " + file + ": " + e.getMessage(), e);
        }
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
