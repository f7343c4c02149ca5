package dev.oddity.core.display;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in several forms, richest first; a notebook shows the one it likes best. {@code text/plain} is always there.
 *
 * @param data by MIME type: text as {@code String}, pictures as {@code byte[]}, {@code …+json} as a tree of maps and lists
 * @param metadata by MIME type, such as the size at which a picture is shown; often empty
 */
public record MimeBundle(Map<String, Object> data, Map<String, Map<String, Object>> metadata) {

    public static final String TEXT = "text/plain";
    public static final String HTML = "text/html";
    public static final String PNG = "image/png";
    public static final String SVG = "image/svg+xml";
    /** For those who ask for it; a tree of maps and lists. */
    public static final String JSON = "application/json";
    /** Metrics for machines: what approvals compare. */
    public static final String METRICS = "application/vnd.oddity.metrics+json";

    public MimeBundle {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    public static MimeBundle text(String text) {
        return new MimeBundle(Map.of(TEXT, text), Map.of());
    }

    /** The same with one more form. */
    public MimeBundle with(String type, Object form) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(type, form);
        return new MimeBundle(more, metadata);
    }

    /** The same with a picture of so many CSS pixels; the PNG may have more, for dense screens. */
    public MimeBundle withPng(byte[] png, int width, int height) {
        Map<String, Map<String, Object>> more = new LinkedHashMap<>(metadata);
        more.put(PNG, Map.of("width", width, "height", height));
        return new MimeBundle(with(PNG, png).data(), more);
    }
}
