package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTest {

    private static final String NOTEBOOK = """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": %s,
               "id": "a",
               "metadata": {},
               "outputs": [%s],
               "source": [
                "%s"
               ]
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 5
            }
            """;

    private static final String MILLION = "d29751f2649b32ff572b5e0a9f541ea660a50f94ff0beedfb0b692b924cc8025";
    private static final String TABLE = "154b8ed3c2383ce429058768595935faf7851b5c38db2b1732594be1d88bc05a";

    @TempDir
    Path folder;

    @BeforeEach
    void requireGit() {
        Assumptions.assumeTrue(HostCommand.output(folder, "git", "--version").isPresent(), "git is not installed");
    }

    @Test
    void the_working_folder_tells_its_commit_like_any_other() {
        Path here = Path.of("");
        Assumptions.assumeTrue(Commit.of(here.toAbsolutePath()).isPresent(), "these tests do not run in a checkout");

        assertThat(Commit.of(here).orElseThrow().id())
                .isEqualTo(Commit.of(here.toAbsolutePath()).orElseThrow().id());
    }

    @Test
    void there_is_none_outside_of_a_checkout_or_before_the_first() {
        assertThat(Commit.of(folder)).isEmpty();

        git("init", "-q");

        assertThat(Commit.of(folder)).isEmpty();
    }

    @Test
    void code_that_was_changed_or_added_can_be_put_back_from_the_patch() throws IOException {
        committed("a.java", "1\n");

        Commit clean = Commit.of(folder).orElseThrow();
        assertThat(clean.id()).matches("[0-9a-f]{40}");
        assertThat(clean.dirty()).isFalse();
        assertThat(clean).hasToString(clean.id());

        write("a.java", "2\n");
        write("new/b.java", "new\n");
        write("data.csv", "secret\n");
        Commit changed = Commit.of(folder.resolve("new")).orElseThrow();
        assertThat(changed).hasToString(clean.id() + " with changes");
        Patch patch = changed.patch().orElseThrow();
        assertThat(patch.files()).containsExactly(" M a.java", "?? data.csv", "?? new/");
        assertThat(patch.whole()).isTrue();
        assertThat(patch.text()).doesNotContain("secret");
        assertThat(HostCommand.output(folder, "git", "status", "--porcelain"))
                .as("looking changes nothing")
                .contains(" M a.java\n?? data.csv\n?? new/");

        git("checkout", "-q", "a.java");
        Files.delete(folder.resolve("new/b.java"));
        Path file = Files.writeString(folder.resolve("a.patch"), patch.text());
        git("apply", file.toString());
        assertThat(folder.resolve("a.java")).hasContent("2\n");
        assertThat(folder.resolve("new/b.java")).hasContent("new\n");
    }

    @Test
    void a_file_that_is_staged_counts_as_it_lies_there() throws IOException {
        committed("a.java", "1\n");
        write("a.java", "2\n");
        git("add", "a.java");
        write("a.java", "3\n");

        assertThat(patch()).contains("+3").doesNotContain("+2");
    }

    @Test
    void what_is_no_code_does_not_change_it() throws IOException {
        committed("a.java", "1\n");
        write("picture.png", "\0two");
        write("notes.txt", "mine");

        Commit commit = Commit.of(folder).orElseThrow();

        assertThat(commit.dirty()).isTrue();
        assertThat(commit.codeChanged()).isFalse();
        assertThat(commit).hasToString(commit.id());
        assertThat(commit.patch().orElseThrow().files()).containsExactly("?? notes.txt", "?? picture.png");
    }

    @Test
    void binary_changes_can_be_put_back_from_the_patch() throws IOException {
        committed("changed.bin", "\0one");
        committed("gone.bin", "\0gone");
        write("changed.bin", "\0two");
        Files.delete(folder.resolve("gone.bin"));

        Commit commit = Commit.of(folder).orElseThrow();
        Patch patch = commit.patch().orElseThrow();
        git("checkout", "-q", ".");
        git("apply", Files.writeString(folder.resolve("a.patch"), patch.text()).toString());

        assertThat(commit.codeChanged()).isTrue();
        assertThat(patch.whole()).isTrue();
        assertThat(patch.leftOut()).isEmpty();
        assertThat(patch.tree()).doesNotContainKey("leftOut");
        assertThat(folder.resolve("changed.bin")).hasContent("\0two");
        assertThat(folder.resolve("gone.bin")).doesNotExist();
    }

    @Test
    void what_is_too_large_for_a_patch_is_named_with_its_hash() throws IOException {
        committed("a.java", "1\n");
        committed("gone.bin", "\0".repeat(60_000));
        committed("weights.bin", "\0one");
        committed("small.bin", "\0one");
        Files.delete(folder.resolve("gone.bin"));
        write("weights.bin", "\0".repeat(1_000_000));
        write("small.bin", "\0two");
        write("Table.java", "x".repeat((1 << 20) + 1));

        Commit commit = Commit.of(folder).orElseThrow();
        Patch patch = commit.patch().orElseThrow();

        // Hashes by coreutils: head -c N /dev/zero | sha256sum, and of as many letters.
        assertThat(patch.leftOut())
                .containsExactly(
                        new LeftOut("Table.java", 1_048_577, Optional.of(TABLE)),
                        new LeftOut("gone.bin", 0, Optional.empty()),
                        new LeftOut("weights.bin", 1_000_000, Optional.of(MILLION)));
        assertThat(patch.text()).contains("b/small.bin").doesNotContain("weights.bin", "gone.bin", "Table.java");
        assertThat(commit.codeChanged()).isTrue();
        assertThat(patch.tree().get("leftOut"))
                .isEqualTo(Map.of(
                        "Table.java", Map.of("bytes", 1_048_577L, "sha256", TABLE),
                        "gone.bin", Map.of("deleted", true),
                        "weights.bin", Map.of("bytes", 1_000_000L, "sha256", MILLION)));
        for (LeftOut file : patch.leftOut()) {
            assertThat(LeftOut.of(file.path(), file.tree())).isEqualTo(file);
            assertThat(file.isIn(folder)).isTrue();
        }
        assertThat(patch.leftOut().get(0)).hasToString("Table.java (1,048,577 bytes, SHA-256 " + TABLE + ")");
        assertThat(patch.leftOut().get(1)).hasToString("gone.bin (deleted)");
    }

    @Test
    void a_text_that_would_be_too_long_is_kept_whole_without_binary_files() throws IOException {
        committed("a.java", "1\n");
        committed("small.bin", "\0one");
        // Random bytes, which nothing packs: some 50,000 letters of a difference.
        byte[] noise = new byte[40_000];
        new Random(1).nextBytes(noise);
        Files.write(folder.resolve("small.bin"), noise);
        write("a.java", "x".repeat(70_000) + "\n");

        Patch patch = Commit.of(folder).orElseThrow().patch().orElseThrow();

        assertThat(patch.whole()).isTrue();
        assertThat(patch.text()).contains("x".repeat(70_000)).doesNotContain("small.bin");
        assertThat(patch.leftOut()).extracting(LeftOut::path).containsExactly("small.bin");
    }

    @Test
    void more_new_files_than_a_record_lists_make_it_say_that_it_has_not_all() throws IOException {
        committed("a.java", "1\n");
        for (int i = 0; i < 310; i++) {
            write("new/%03d.py".formatted(i), "x = " + i + "\n");
        }

        Patch patch = Commit.of(folder).orElseThrow().patch().orElseThrow();

        assertThat(patch.leftOut())
                .hasSize(200)
                .extracting(LeftOut::path)
                .startsWith("new/100.py")
                .endsWith("new/299.py");
        assertThat(patch.whole()).isFalse();
    }

    @Test
    void a_patch_holds_what_is_in_a_file_whatever_git_would_show_of_it() throws IOException {
        committed("a.java", "one\n");
        write(".gitattributes", "*.java diff=loud\n");
        git("config", "diff.loud.textconv", "tr a-z A-Z <");
        write("a.java", "two\n");

        assertThat(patch()).contains("-one\n+two\n").doesNotContain("TWO");
    }

    @Test
    void what_a_run_leaves_in_a_notebook_does_not_change_the_code() throws IOException {
        committed("n.ipynb", NOTEBOOK.formatted("null", "", "int x = 1;"));
        write("n.ipynb", NOTEBOOK.formatted("7", "{\"output_type\": \"stream\"}", "int x = 1;"));

        Commit commit = Commit.of(folder).orElseThrow();

        assertThat(commit.dirty()).isTrue();
        assertThat(commit.codeChanged()).isFalse();
    }

    @Test
    void of_a_notebook_the_patch_holds_what_was_written_and_no_outputs() throws IOException {
        committed("n.ipynb", NOTEBOOK.formatted("3", "{}", "int x = 1;"));
        write("n.ipynb", NOTEBOOK.formatted("7", "{\"text\": \"seven\"}", "int x = 2;"));
        write("new.ipynb", NOTEBOOK.formatted("9", "{\"text\": \"nine\"}", "int y = 3;"));

        String first = patch();
        write("n.ipynb", NOTEBOOK.formatted("8", "{\"text\": \"eight\"}", "int x = 2;"));

        assertThat(first)
                .contains("-    \"int x = 1;\"", "+    \"int x = 2;\"", "+    \"int y = 3;\"")
                .doesNotContain("seven", "nine");
        assertThat(patch()).as("another run, the same code").isEqualTo(first);

        git("checkout", "-q", "n.ipynb");
        Files.delete(folder.resolve("new.ipynb"));
        git("apply", Files.writeString(folder.resolve("a.patch"), first).toString());
        assertThat(folder.resolve("n.ipynb")).content().contains("int x = 2;").contains("\"execution_count\": 3");
        assertThat(folder.resolve("new.ipynb")).content().contains("int y = 3;").contains("\"outputs\": []");
    }

    @Test
    void outputs_make_no_new_notebook_too_large() throws IOException {
        committed("a.java", "1\n");
        write("new.ipynb", NOTEBOOK.formatted("9", "{\"text\": \"" + "x".repeat(2 << 20) + "\"}", "int y = 3;"));

        Patch patch = Commit.of(folder).orElseThrow().patch().orElseThrow();

        assertThat(patch.text()).contains("+    \"int y = 3;\"").doesNotContain("xxx");
        assertThat(patch.leftOut()).isEmpty();
        assertThat(patch.whole()).isTrue();
    }

    @Test
    void where_git_does_not_tell_what_differs_it_is_not_said_to_be_clean() {
        Patch patch = Patch.of(folder, " M a.java");

        assertThat(patch.files()).containsExactly(" M a.java");
        assertThat(patch.text()).isEqualTo("git did not tell what differs\n");
        assertThat(patch.whole()).isFalse();
    }

    @Test
    void a_notebook_that_is_damaged_is_kept_as_it_is() throws IOException {
        committed("n.ipynb", "{\"cells\": []}\n");
        write("n.ipynb", "{\"cells\n");

        assertThat(patch()).contains("+{\"cells");
    }

    @Test
    void of_large_changes_the_beginning_is_kept_and_it_says_so() {
        Patch patch = Patch.bounded(Collections.nCopies(201, " M a"), "x".repeat(100_001), List.of());

        assertThat(patch.files()).hasSize(200);
        assertThat(patch.text()).hasSize(100_000);
        assertThat(patch.whole()).isFalse();
        assertThat(Patch.bounded(List.of(" M a"), "x", List.of()).whole()).isTrue();
    }

    private void committed(String name, String content) throws IOException {
        git("init", "-q");
        write(name, content);
        git("add", name);
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "First");
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private String patch() {
        return Commit.of(folder).orElseThrow().patch().orElseThrow().text();
    }

    private void git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(HostCommand.output(folder, command.toArray(String[]::new))).isPresent();
    }
}
