package dev.oddity.datasets.catalogue;

import java.util.Collection;
import java.util.stream.Collectors;

/** Texts as they stand in a sentence: in quotation marks, escaped as in Java. */
final class Quoted {

    private Quoted() {}

    static String text(Object text) {
        return '"'
                + String.valueOf(text)
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }

    /** With commas between them. */
    static String texts(Collection<String> texts) {
        return texts.stream().map(Quoted::text).collect(Collectors.joining(", "));
    }
}
