package dev.oddity.classical;

import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import java.util.stream.Collectors;
import org.tribuo.Model;

/**
 * What Tribuo says about how a model came to be: its trainer with every setting and the seed, the shape of its data, the
 * versions. Without the hours, so that equal fits give equal states; a run's manifest has them.
 */
final class TribuoProvenance {

    private TribuoProvenance() {}

    static String of(Model<?> model) {
        return ProvenanceUtil.formattedProvenanceString(model.getProvenance())
                .lines()
                .filter(line -> !line.contains("trained-at = ") && !line.contains("-creation-time = "))
                .collect(Collectors.joining("\n"));
    }
}
