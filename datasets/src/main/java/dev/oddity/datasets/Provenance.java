package dev.oddity.datasets;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where a data set came from.
 *
 * @param version which edition was loaded ("all 284,807 rows", "real subset, 41,393 rows", "generated")
 * @param source the page or address it is published at, or the path of a user's own file
 * @param licence as its publisher states it, or "unknown"
 * @param citation how its authors ask to be cited; empty if they do not
 * @param sha256 of the file that was read, lower-case hex; empty for generated data and tables
 */
public record Provenance(String version, String source, String licence, String citation, String sha256) {

    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("version", version);
        tree.put("source", source);
        tree.put("licence", licence);
        tree.put("citation", citation);
        tree.put("sha256", sha256);
        return tree;
    }
}
