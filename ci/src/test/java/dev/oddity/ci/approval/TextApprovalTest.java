package dev.oddity.ci.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextApprovalTest {

    @TempDir
    Path folder;

    private TextApproval approval;

    @BeforeEach
    void approval() {
        approval = TextApproval.of("n", "smoke", folder, folder.resolve("target"));
    }

    @Test
    void what_was_approved_holds_and_the_files_lie_beside_those_of_the_metrics() {
        approve(said("one\ntwo\n"));

        assertThat(approval.compare(said("one\ntwo")).holds()).isTrue();
        assertThat(approval.approvedCells()).containsExactly("c");
        assertThat(folder.resolve("approved/n.smoke.approved.txt")).hasContent("c\n  stdout\n    one\n    two\n");
        assertThat(folder.resolve("target/n.smoke.received.txt")).exists();
    }

    @Test
    void what_differs_is_told_line_by_line_with_its_place() {
        approve(said("same\nold 1\nsame too\ngone\nend"));

        TextComparison comparison = approval.compare(said("same\nnew 1\nsame too\nend\nmore"));

        assertThat(comparison.holds()).isFalse();
        assertThat(comparison.table()).isEqualTo("""
                cell 'c', stdout (- old, + new)
                  - old 1
                  + new 1
                  - gone
                  + more""");
        assertThat(approval.advice("ci/notebooks approve n"))
                .isEqualTo(
                        "n says something else than approved; if it is right, accept it with: ci/notebooks approve n");
    }

    @Test
    void of_many_differing_lines_the_first_are_told() {
        String old = IntStream.range(0, 5_000).mapToObj(i -> "old " + i).collect(Collectors.joining("\n"));
        approve(said(old));

        String table = approval.compare(said(old.replace("old", "new"))).table();

        assertThat(table.lines()).hasSize(61);
        assertThat(table).endsWith("\n… and 9,941 more lines");
    }

    @Test
    void without_an_approved_file_every_line_is_a_difference() {
        assertThat(approval.compare(said("one")).table()).isEqualTo("""
                cell 'c', stdout (- old, + new)
                  + one""");
        assertThat(approval.compare(ReceivedTextTest.received("""
                {"id": "c", "cell_type": "code", "metadata": {"tags": ["approve"]}, "source": "", "outputs": []}""")).table()).isEqualTo("""
                cell 'c' (- old, + new)
                  + (nothing)""");
        assertThat(approval.advice("x"))
                .isEqualTo("n has no approved text for the profile smoke; if it is right, accept it with: x");
    }

    @Test
    void a_cell_that_is_no_longer_tagged_is_a_difference_until_that_is_approved() {
        approve(said("one"));

        ReceivedText none = ReceivedTextTest.received("");
        approval.forget();
        approval.receive(none);
        assertThat(approval.compare(none).table()).contains("- one");
        approval.accept();

        assertThat(approval.hasApproved()).isFalse();
        assertThat(approval.compare(none).holds()).isTrue();
    }

    @Test
    void on_a_gpu_the_text_of_the_cpu_holds_until_there_is_an_own_one() {
        approve(said("one"));
        TextApproval gpu = approval.onGpu();

        assertThat(gpu.compare(said("one")).holds()).isTrue();
        gpu.receive(said("two"));
        gpu.accept();

        assertThat(gpu.compare(said("two")).holds()).isTrue();
        assertThat(approval.compare(said("one")).holds()).isTrue();
        assertThat(folder.resolve("approved/n.smoke.gpu.approved.txt")).exists();
    }

    @Test
    void approval_tests_let_pass_what_was_approved() {
        approve(said("one"));

        ApprovalFiles.verifyText(said("one"), approval, "x");

        assertThat(approval.received()).doesNotExist();
    }

    @Test
    void approval_tests_approve_nothing_by_themselves() {
        assertThatThrownBy(() -> ApprovalFiles.verifyText(said("one"), approval, "x"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("n has no approved text")
                .hasMessageContaining("there is no file " + approval.approved());

        assertThat(approval.received()).exists();
        assertThat(approval.approved()).doesNotExist();
    }

    @Test
    void approval_tests_tell_what_differs_and_keep_what_was_received() {
        approve(said("one"));

        assertThatThrownBy(() -> ApprovalFiles.verifyText(said("two"), approval, "x"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                        n says something else than approved; if it is right, accept it with: x
                        cell 'c', stdout (- old, + new)
                          - one
                          + two
                        """);

        assertThat(approval.received()).content().contains("two");
    }

    private void approve(ReceivedText text) {
        approval.receive(text);
        approval.accept();
    }

    private static ReceivedText said(String text) {
        return ReceivedTextTest.received("""
                {"id": "c", "cell_type": "code", "metadata": {"tags": ["approve"]}, "source": "", "outputs": [
                  {"output_type": "stream", "name": "stdout", "text": %s}]}""".formatted(new com.google.gson.JsonPrimitive(text)));
    }
}
