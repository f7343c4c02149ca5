package dev.oddity.core.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.core.display.MimeBundle;
import dev.oddity.datasets.catalogue.Catalogue;
import dev.oddity.datasets.catalogue.CatalogueEntry;
import dev.oddity.datasets.catalogue.PublishedFile;
import dev.oddity.datasets.catalogue.Trap;
import dev.oddity.datasets.catalogue.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueCardTest {

    private final CatalogueEntry orders = new CatalogueEntry(
            "orders()",
            "Orders of <i>one</i> shop.",
            CatalogueEntry.Kind.TABLE,
            List.of(
                    new Variant("orders()", "all", 1_000, 7, 25),
                    new Variant("orders().late()", "the <b>late</b> ones", 400, 7, 20)),
            "https://example.org/?a=1&b=2",
            "unknown",
            "Nobody (2026). Orders & returns.",
            List.of(new PublishedFile("orders/orders.csv", 12_345, "ab".repeat(32), "")),
            "ask <them>",
            List.of(
                    new Trap(List.of(), true, "Half of them are <u>copies</u>."),
                    new Trap(List.of(".late()", ".early()"), true, "They are few.")));

    @Test
    void it_tells_words_source_files_and_traps() {
        assertThat(html(orders))
                .contains("orders()", "1,000", "25 (2.50 %)", "2.50 %", "5.00 %", "ask &lt;them&gt;")
                .contains("https://example.org/?a=1&amp;b=2", "Nobody (2026). Orders &amp; returns.")
                .contains("orders/orders.csv", "12,345", "ab".repeat(32))
                .contains("They are few. (.late(), .early())");
    }

    @Test
    void text_is_escaped() {
        assertThat(html(orders)).doesNotContain("<i>one", "<b>late", "<u>copies", "<them>");
    }

    @Test
    void it_has_a_text_form() {
        assertThat((String) new CatalogueCard(orders).display().data().get(MimeBundle.TEXT))
                .startsWith("orders(): Orders of <i>one</i> shop.\n  Kind: table\n  Rows: 1,000\n  Features: 7\n"
                        + "  Anomalies: 25 (2.50 %)\n")
                .contains("\n  trap: Half of them are <u>copies</u>.\n  trap: They are few. (.late(), .early())\n")
                .contains("orders/orders.csv");
    }

    @Test
    void every_entry_of_the_catalogue_has_a_page() {
        assertThat(Catalogue.datasets().stringColumn("name").asList()).allSatisfy(word -> {
            String name = word.substring(0, word.indexOf('('));
            assertThat(html(Catalogue.datasets(name))).contains(word, "Traps", "Source", "Citation");
        });
    }

    /** No row of a long table is left out: a checksum that is not shown cannot be compared. */
    @Test
    void all_files_of_a_benchmark_are_shown() {
        CatalogueEntry nab = Catalogue.datasets("nab");

        assertThat(html(nab))
                .contains(nab.files().stream().map(PublishedFile::sha256).toList());
    }

    @Test
    void what_nobody_may_pass_on_has_no_tables() {
        assertThat(html(Catalogue.datasets("yahooS5"))).contains("Traps").doesNotContain("<table", "SHA-256</th>");
    }

    private static String html(CatalogueEntry entry) {
        return (String) new CatalogueCard(entry).display().data().get(MimeBundle.HTML);
    }
}
