package dev.oddity.ci.page;

import dev.oddity.ci.formula.Formula;
import dev.oddity.ci.formula.FormulaExtension;
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
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A text cell as HTML. Of markup in the text that is kept which lays out words; formulas are laid out. Pictures that lie beside
 * the notebook or are attached to the cell are put into the page; one from elsewhere becomes a link.
 */
final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), FormulaExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();
    /** What addresses within the notebook's folder are completed with to be judged; they are kept as they are. */
    private static final String HERE = "https://notebook.invalid/";

    private static final Parser OF_WORDS = Parser.builder().build();
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
        Document page = Jsoup.parseBodyFragment(RENDERER.render(PARSER.parse(text)), HERE);
        page.select("img").forEach(this::show);
        Document safe = SafeMarkup.of(page);
        safe.select("code[" + FormulaExtension.ATTRIBUTE + "]").forEach(Markdown::layOut);
        return new Html("<div class=\"oddity-text\">" + safe.body().html() + "</div>");
    }

    /** Its words alone, on one line. */
    static String plain(String text) {
        return WORDS.render(OF_WORDS.parse(text)).strip();
    }

    private void show(Element image) {
        String address = image.attr("src");
        picture(address).ifPresentOrElse(data -> image.attr("src", data), () -> {
            String words = image.attr("alt").isBlank() ? address : image.attr("alt");
            image.replaceWith(new Element("a").attr("href", address).text(words));
        });
    }

    /** A formula with something in it that is not known stays as it was typed. */
    private static void layOut(Element typed) {
        boolean display = typed.attr(FormulaExtension.ATTRIBUTE).equals(FormulaExtension.DISPLAY);
        new Formula(typed.wholeText(), display)
                .mathMl()
                .ifPresent(math ->
                        typed.replaceWith(Jsoup.parseBodyFragment(math).body().child(0)));
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
