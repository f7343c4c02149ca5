package dev.oddity.ci;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The notebooks that a verb is for, as named on the command line. */
final class NamedNotebooks {

    @Parameters(
            paramLabel = "NOTEBOOK",
            description = "A path, a folder of notebooks, a name, or the beginning of one; all notebooks without any")
    private List<String> words = List.of();

    List<Path> in(Checkout checkout) {
        return checkout.notebooks(words);
    }

    /** The folders of which all notebooks are meant. */
    List<Path> folders(Checkout checkout) {
        return checkout.folders(words);
    }
}
