package dev.oddity.core.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.core.display.FaultyViews.Device;
import dev.oddity.core.display.FaultyViews.Foreign;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryViewTest {

    private static final String LOST = "(throws IllegalStateException: device lost)";

    record Batch(int size, Object on) {}

    @Test
    void a_line_that_throws_costs_its_own_cell_alone() {
        Device device = new Device();

        assertThat(ValueText.of(device)).isEqualTo("Device " + LOST);
        assertThat(ValueText.of(List.of(1, device, 2))).isEqualTo("[1, Device " + LOST + ", 2]");
        assertThat(ValueText.of(new Batch(3, device))).isEqualTo("Batch[size=3, on=Device " + LOST + "]");
        assertThat(text(List.of("a", device))).contains("0  a", "1  Device " + LOST);
        assertThat(text(Map.of("k", device))).contains("Device " + LOST);
        assertThat(text(new Object[] {device, "b"})).isEqualTo("[Device " + LOST + ", b]");
        assertThat(text(device)).isEqualTo("a device");
    }

    @Test
    void a_provider_that_cannot_say_what_it_knows_has_no_view_of_it() {
        assertThat(LibraryView.existsFor(Foreign.class)).isFalse();
        assertThat(text(new Foreign())).isEqualTo("foreign");
        assertThat(ValueText.of(List.of(new Foreign(), 1))).isEqualTo("[foreign, 1]");
    }

    @Test
    void providers_that_cannot_be_made_or_are_missing_are_left_out(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(
                services.resolve(LibraryView.Provider.class.getName()),
                List.of(FaultyViews.Unmade.class.getName(), "lib.Missing", FaultyViews.class.getName()));

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(FoundProviders.in(loader)).hasExactlyElementsOfTypes(FaultyViews.class);
        }
    }

    @Test
    void a_class_path_that_cannot_be_read_has_none() {
        ClassLoader unreadable = new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThat(FoundProviders.in(unreadable)).isEmpty();
    }

    private static String text(Object value) {
        return (String) new ValueView(value).display().data().get(MimeBundle.TEXT);
    }
}
