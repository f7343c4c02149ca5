package dev.oddity.ci.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.reproducibility.ApprovedNumber;
import dev.oddity.reproducibility.MetricComparison;
import dev.oddity.reproducibility.MetricName;
import dev.oddity.reproducibility.Tolerance;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.core.VerifyResult;
import org.approvaltests.namer.NamerWrapper;
import org.approvaltests.reporters.QuietReporter;
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
                .isInstanceOf(Error.class)
                .hasMessageContaining("auc.received.json");

        assertThat(folder.resolve("auc.received.json")).content().contains("\"value\": 0.94");
    }

    @Test
    void nothing_is_approved_by_itself() {
        assertThatThrownBy(() -> verify("never", .94)).isInstanceOf(Error.class);

        assertThat(ApprovedMetrics.read(folder.resolve("never.received.json"))).containsKey(AUC);
    }

    private void approve(String name, double value, double absolute) {
        ApprovedMetrics.write(number(value, absolute), folder.resolve(name + ".approved.json"));
    }

    private void verify(String name, double value) {
        Options options = new Options(QuietReporter.INSTANCE).withComparator(ApprovalTestsToleranceTest::compare);
        NamerWrapper namer = new NamerWrapper(() -> name, () -> folder + File.separator);
        Approvals.verify(
                ApprovedMetrics.text(number(value, 1e-9)),
                options.forFile().withNamer(namer).forFile().withExtension(".json"));
    }

    private static VerifyResult compare(File received, File approved) {
        if (!approved.exists() || approved.length() == 0) {
            return VerifyResult.FAILURE;
        }
        Map<MetricName, Double> values = ApprovedMetrics.read(received.toPath()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, number -> number.getValue().value()));
        return VerifyResult.from(MetricComparison.of(ApprovedMetrics.read(approved.toPath()), values)
                .holds());
    }

    private static SortedMap<MetricName, ApprovedNumber> number(double value, double absolute) {
        return new TreeMap<>(Map.of(AUC, new ApprovedNumber(value, Tolerance.absolute(absolute))));
    }
}
