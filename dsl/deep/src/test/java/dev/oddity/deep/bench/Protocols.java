package dev.oddity.deep.bench;

import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Splits;
import dev.oddity.datasets.catalogue.Catalogue;
import java.util.List;
import java.util.stream.IntStream;

/** Real rows, by a name for the command line; {@code ecg:standard} has another preparation than its own. */
final class Protocols {

    private Protocols() {}

    /**
     * {@code creditcard}, the subset; {@code few}, 60 % of all its rows with the labels of 30 frauds; {@code labelled}, 60 %
     * of them with all labels; KDD99 by the name of its protocol; {@code ecg} and {@code flipped}, ECG5000; {@code digits}, the
     * ten one-class tasks, whose figures are averaged; {@code mnist4}, the 4 held out.
     */
    static List<DataSource> named(String asked) {
        String[] parts = asked.split(":");
        List<DataSource> sources = sources(parts[0]);
        return parts.length == 1
                ? sources
                : sources.stream()
                        .<DataSource>map(source -> source.prepare(preparation(parts[1])))
                        .toList();
    }

    private static List<DataSource> sources(String name) {
        return switch (name) {
            case "creditcard" -> List.of(Catalogue.creditCardFraud().subset());
            case "few" ->
                List.of(Catalogue.creditCardFraud()
                        .subset()
                        .split(Splits.stratified(0.6).keep(30)));
            case "labelled" -> List.of(Catalogue.creditCardFraud().subset().split(Splits.stratified(0.6)));
            case "dagmm" -> List.of(Catalogue.kdd99().dagmmProtocol());
            case "goad" -> List.of(Catalogue.kdd99().goadProtocol());
            case "reversed" -> List.of(Catalogue.kdd99().reversedProtocol());
            case "alibi" -> List.of(Catalogue.kdd99().alibiProtocol());
            case "ecg" -> List.of(Catalogue.ecg5000());
            case "flipped" -> List.of(Catalogue.ecg5000().flipped());
            case "digits" ->
                IntStream.range(0, 10)
                        .<DataSource>mapToObj(digit -> Catalogue.digits().normal(digit))
                        .toList();
            case "mnist1", "mnist4", "mnist5", "mnist7", "mnist9" ->
                List.of(Catalogue.mnist().heldOut(name.charAt(5) - '0'));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Preparation preparation(String name) {
        return switch (name) {
            case "standard" -> Preparations.standard();
            case "minMax" -> Preparations.minMax();
            case "categoriesMinMax" -> Preparations.oneHot().minMax();
            case "categoriesStandard" -> Preparations.oneHot().standard();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
