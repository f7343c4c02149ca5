package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.NearMiss;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of the catalogue, in the order they are shown in, and one of them by name. */
final class Entries {

    private Entries() {}

    static List<CatalogueEntry> all() {
        return List.of(
                BreastCancer.ENTRY,
                CreditCardFraud.ENTRY,
                Kdd99.ENTRY,
                NslKdd.ENTRY,
                UnswNb15.ENTRY,
                Digits.ENTRY,
                Mnist.ENTRY,
                Ecg5000.ENTRY,
                Bearing.ENTRY,
                Nab.ENTRY,
                Skab.ENTRY,
                YahooS5.ENTRY);
    }

    /** By name, by the sentence that loads it or one of its variants, by the folder of its files, or by the name of a series; letters and digits count. */
    static CatalogueEntry named(String given) {
        String wanted = bare(given);
        return all().stream()
                .filter(entry -> names(entry)
                        .anyMatch(name -> !wanted.isEmpty() && bare(name).equals(wanted)))
                .findFirst()
                .orElseThrow(() -> unknown(given));
    }

    private static Stream<String> names(CatalogueEntry entry) {
        return Stream.of(
                        Stream.of(entry.name(), entry.word()),
                        entry.files().stream().map(Entries::folder),
                        entry.variants().stream().map(Variant::word).flatMap(Entries::wordAndSeries))
                .flatMap(Function.identity());
    }

    /** Of {@code cwru/signals.csv} it is {@code cwru}, as those who made the data are called. */
    private static String folder(PublishedFile file) {
        return file.path().substring(0, Math.max(0, file.path().indexOf('/')));
    }

    /** Of {@code nab("realKnownCause/nyc_taxi")} also {@code realKnownCause/nyc_taxi} and {@code nyc_taxi}. */
    private static Stream<String> wordAndSeries(String word) {
        String[] quoted = word.split("\"");
        if (quoted.length < 2) {
            return Stream.of(word);
        }
        String series = quoted[1].substring(quoted[1].indexOf('/') + 1);
        return Stream.of(word, quoted[1], series.matches("\\d+") ? word : series);
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static DataException unknown(String given) {
        List<String> names = all().stream().map(CatalogueEntry::name).toList();
        String wanted = bare(given);
        String hint = names.stream()
                .filter(name -> !wanted.isEmpty() && bare(name).startsWith(wanted))
                .findFirst()
                .or(() -> NearMiss.of(given, names))
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse(";");
        return new DataException("datasets(\"" + given + "\"): no data set of that name" + hint + " data sets: "
                + names.stream().sorted().collect(Collectors.joining(", ")));
    }
}
