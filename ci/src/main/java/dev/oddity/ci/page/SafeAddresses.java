package dev.oddity.ci.page;

import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.UrlSanitizer;

/** Links go to the web or to mail, never to a script; pictures may be in the page itself. */
final class SafeAddresses implements UrlSanitizer {

    private final UrlSanitizer links = new DefaultUrlSanitizer();

    @Override
    public String sanitizeLinkUrl(String address) {
        return links.sanitizeLinkUrl(address);
    }

    @Override
    public String sanitizeImageUrl(String address) {
        return address.startsWith("data:image/") ? address : links.sanitizeImageUrl(address);
    }
}
