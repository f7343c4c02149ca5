package dev.oddity.ci.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.reproducibility.ApprovedNumber;
import dev.oddity.reproducibility.MetricName;
import dev.oddity.reproducibility.Tolerance;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The approved files are ApprovalTests': its {@code verify} holds metrics to them as the command does, given a comparator
 * that knows their tolerances.
 */
class ApprovalTestsToleranceTest {

    private static final MetricName AUC = MetricName.of("cell", "fraud", "vae()", "rocAuc");

    @TempDir
    Path folder;

    @Test
    void one_ulp_passes() {
        approve("ulp", .96, 1e-9);

        verify("ulp", Math.nextUp(.96));

        assertThat(folder.resolve("ulp.received.json")).doesNotExist();
    }

    @Test
    void a_change_of_the_auc_beyond_its_tolerance_fails_and_the_received_file_is_kept() {
        approve("auc", .96, .01);

        assertThatThrownBy(() -> verify("auc", .94))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                        auc has other metrics
                        metric                        | old  | new  | allowed
                        cell / fraud / vae() / rocAuc | 0.96 | 0.94 | ±0.01
                        """)
                .hasMessageContaining("auc.received.json");

        assertThat(folder.resolve("auc.received.json")).content().contains("\"value\": 0.94");
    }

    @Test
    void nothing_is_approved_by_itself() {
        assertThatThrownBy(() -> verify("never", .94))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there is no file " + folder.resolve("never.approved.json"));

        assertThat(ApprovedMetrics.read(folder.resolve("never.received.json"))).containsKey(AUC);
        assertThat(folder.resolve("never.approved.json")).doesNotExist();
    }

    private void approve(String name, double value, double absolute) {
        ApprovedMetrics.write(number(value, absolute), folder.resolve(name + ".approved.json"));
    }

    private void verify(String name, double value) {
        ApprovalFiles.verify(
                ApprovedMetrics.text(number(value, 1e-9)),
                folder.resolve(name + ".approved.json"),
                folder.resolve(name + ".received.json"),
                name + " has other metrics");
    }

    private static SortedMap<MetricName, ApprovedNumber> number(double value, double absolute) {
        return new TreeMap<>(Map.of(AUC, new ApprovedNumber(value, Tolerance.absolute(absolute))));
    }
}
