package dev.oddity.ci.page;

import dev.oddity.core.display.Html;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A text cell as HTML. Markup in the text is shown, not obeyed. Pictures that lie beside the notebook or are attached to the
 * cell are put into the page; one from elsewhere becomes a link.
 */
final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .urlSanitizer(new SafeAddresses())
            .sanitizeUrls(true)
            .build();
    private static final TextContentRenderer WORDS = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();
    private static final Map<String, String> PICTURES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "svg", "image/svg+xml",
            "webp", "image/webp");

    private final Path folder;
    private final Map<String, String> attached;

    /**
     * @param folder the notebook's
     * @param attached addresses of pictures kept in the cell, as {@code data:}, by the name the text calls them
     */
    Markdown(Path folder, Map<String, String> attached) {
        this.folder = folder;
        this.attached = attached;
    }

    Html html(String text) {
        Node document = PARSER.parse(text);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                picture(image.getDestination()).ifPresentOrElse(image::setDestination, () -> linked(image));
            }
        });
        return new Html("<div class=\"oddity-text\">" + RENDERER.render(document) + "</div>");
    }

    /** Its words alone, on one line. */
    static String plain(String text) {
        return WORDS.render(PARSER.parse(text)).strip();
    }

    private static void linked(Image image) {
        Link link = new Link(image.getDestination(), image.getTitle());
        if (image.getFirstChild() == null) {
            link.appendChild(new Text(image.getDestination()));
        }
        while (image.getFirstChild() != null) {
            link.appendChild(image.getFirstChild());
        }
        image.insertAfter(link);
        image.unlink();
    }

    private Optional<String> picture(String address) {
        if (address.startsWith("attachment:")) {
            return Optional.ofNullable(attached.get(address.substring("attachment:".length())));
        }
        if (address.startsWith("data:image/")) {
            return Optional.of(address);
        }
        String type =
                PICTURES.get(address.substring(address.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null || address.contains(":") || address.startsWith("/")) {
            return Optional.empty();
        }
        Path file = folder.resolve(address);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    "data:" + type + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the picture " + file, e);
        }
    }
}
