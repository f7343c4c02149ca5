package dev.oddity.classical;

import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import org.tribuo.Model;

/** What Tribuo says about how a model came to be: its trainer, every setting of it and the seed. */
final class TribuoProvenance {

    private TribuoProvenance() {}

    static String of(Model<?> model) {
        return ProvenanceUtil.formattedProvenanceString(model.getProvenance());
    }
}
