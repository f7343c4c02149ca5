package dev.oddity.ci.approval;

import dev.oddity.reproducibility.MetricComparison;
import dev.oddity.reproducibility.MetricName;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.core.VerifyResult;
import org.approvaltests.namer.NamerWrapper;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.api.Assertions;

/**
 * Metrics and text held by ApprovalTests' own {@code verify}: it keeps what was received and removes it when it passes; the
 * comparison knows the tolerances in the approved file of metrics. No diff tool is opened, nothing is approved by itself.
 */
public final class ApprovalFiles extends NamerWrapper {

    private final Path approved;
    private final Path received;

    private ApprovalFiles(Path approved, Path received) {
        super(() -> received.getFileName().toString(), () -> received.getParent() + File.separator);
        this.approved = approved;
        this.received = received;
    }

    /** @throws AssertionError with what is old and what is new, if numbers or text are not as approved */
    public static void verify(Received received, NotebookApproval approval) {
        MetricApproval metrics = approval.metrics();
        TextApproval text = approval.text();
        Assertions.assertAll(
                () -> verify(
                        ApprovedMetrics.text(received.metrics().suggested()),
                        metrics.approved(),
                        metrics.received(),
                        metrics.advice()),
                () -> {
                    if (!received.text().isEmpty() || text.hasApproved()) {
                        verifyText(received.text(), text, approval.metrics().command());
                    }
                });
    }

    static void verify(String text, Path approved, Path received, String advice) {
        verify(text, approved, received, advice, ".json", ApprovalFiles::compare);
    }

    static void verifyText(ReceivedText text, TextApproval approval, String command) {
        verify(
                text.outline(),
                approval.approved(),
                approval.received(),
                approval.advice(command),
                ".txt",
                ApprovalFiles::compareText);
    }

    private interface Comparison {
        VerifyResult compare(File received, File approved, AtomicReference<String> table);
    }

    private static void verify(
            String text, Path approved, Path received, String advice, String extension, Comparison comparison) {
        AtomicReference<String> table = new AtomicReference<>("there is no file " + approved);
        Options options = new Options(QuietReporter.INSTANCE)
                .withComparator((now, before) -> comparison.compare(now, before, table))
                .forFile()
                .withExtension(extension)
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

    private static VerifyResult compareText(File received, File approved, AtomicReference<String> table) {
        try {
            if (!approved.exists()) {
                return VerifyResult.FAILURE;
            }
            TextComparison comparison =
                    TextComparison.of(Files.readString(approved.toPath()), Files.readString(received.toPath()));
            table.set(comparison.table());
            return VerifyResult.from(comparison.holds());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
