package dev.oddity.ci.approval;

import dev.oddity.reproducibility.MetricComparison;
import dev.oddity.reproducibility.MetricName;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.core.VerifyResult;
import org.approvaltests.namer.NamerWrapper;
import org.approvaltests.reporters.QuietReporter;

/**
 * Metrics held by ApprovalTests' own {@code verify}: it keeps what was received and removes it when it passes; the
 * comparison knows the tolerances in the approved file. No diff tool is opened, nothing is approved by itself.
 */
public final class ApprovalFiles extends NamerWrapper {

    private final Path approved;
    private final Path received;

    private ApprovalFiles(Path approved, Path received) {
        super(() -> received.getFileName().toString(), () -> received.getParent() + File.separator);
        this.approved = approved;
        this.received = received;
    }

    /** @throws AssertionError with the table old | new | allowed if the numbers are not as approved */
    public static void verify(ReceivedMetrics metrics, MetricApproval approval) {
        verify(ApprovedMetrics.text(metrics.suggested()), approval.approved(), approval.received(), approval.advice());
    }

    static void verify(String text, Path approved, Path received, String advice) {
        AtomicReference<String> table = new AtomicReference<>("there is no file " + approved);
        Options options = new Options(QuietReporter.INSTANCE)
                .withComparator((now, before) -> compare(now, before, table))
                .forFile()
                .withExtension(".json")
                .forFile()
                .withNamer(new ApprovalFiles(approved, received));
        try {
            Approvals.verify(text, options);
        } catch (Error e) {
            throw new AssertionError(advice + "\n" + table.get() + "\n" + e.getMessage(), e);
        }
    }

    @Override
    public File getApprovedFile(String extension) {
        return approved.toFile();
    }

    @Override
    public File getReceivedFile(String extension) {
        return received.toFile();
    }

    private static VerifyResult compare(File received, File approved, AtomicReference<String> table) {
        if (!approved.exists() || approved.length() == 0) {
            return VerifyResult.FAILURE;
        }
        Map<MetricName, Double> values = ApprovedMetrics.read(received.toPath()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, number -> number.getValue().value()));
        MetricComparison comparison = MetricComparison.of(ApprovedMetrics.read(approved.toPath()), values);
        table.set(comparison.table());
        return VerifyResult.from(comparison.holds());
    }
}
