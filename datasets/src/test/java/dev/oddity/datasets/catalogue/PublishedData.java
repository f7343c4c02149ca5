package dev.oddity.datasets.catalogue;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Published files that tests need but never fetch. */
final class PublishedData {

    private PublishedData() {}

    /** Skips the test if the file is not on this machine; fails it where the environment says that it must be. */
    static Lookup require(PublishedFile file) {
        Lookup lookup = Lookup.here();
        boolean present = lookup.find(file).isPresent();
        if (!present && Boolean.parseBoolean(System.getenv("ODDITY_REQUIRE_DATASETS"))) {
            fail(file.path() + " is not on this machine, and ODDITY_REQUIRE_DATASETS is true");
        }
        assumeTrue(present, file.path() + " is not on this machine");
        return lookup;
    }
}
