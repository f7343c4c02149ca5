package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileTroubleTest {

    @Test
    void what_java_tells_by_a_class_alone_is_put_into_words() {
        assertThat(FileTrouble.reason(new AccessDeniedException("/a"))).isEqualTo("no permission for /a");
        assertThat(FileTrouble.reason(new NoSuchFileException("/a"))).isEqualTo("there is no /a");
        assertThat(FileTrouble.reason(new FileAlreadyExistsException("/a"))).isEqualTo("/a is there already");
        assertThat(FileTrouble.reason(new DirectoryNotEmptyException("/a")))
                .isEqualTo("a folder with files in it is there");
    }

    @Test
    void what_the_system_says_is_kept_without_the_path() {
        assertThat(FileTrouble.reason(new FileSystemException("/a", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(FileTrouble.reason(new FileNotFoundException("/a (1).part (Permission denied)")))
                .isEqualTo("Permission denied");
        assertThat(FileTrouble.reason(new IOException("No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(FileTrouble.reason(new IOException())).isEqualTo("java.io.IOException");
    }

    @Test
    void a_sentence_says_the_reason_once() {
        IOException full = new IOException("No space left on device");

        assertThat(FileTrouble.sentence(new UncheckedIOException("cannot read /a", full)))
                .isEqualTo("cannot read /a: No space left on device");
        assertThat(FileTrouble.sentence(
                        new UncheckedIOException("cannot write /a: No space left on device; make room", full)))
                .isEqualTo("cannot write /a: No space left on device; make room");
    }
}
