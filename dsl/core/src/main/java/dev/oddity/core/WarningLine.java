package dev.oddity.core;

import dev.oddity.core.display.Html;
import dev.oddity.core.display.LiveDisplay;
import dev.oddity.core.display.MimeBundle;
import java.util.ServiceLoader;

/** Tells whoever sits there a warning: in the notebook cell if one is running, else on standard error. */
final class WarningLine {

    private WarningLine() {}

    static void say(String sentence) {
        String line = "warning: " + sentence;
        for (LiveDisplay display : ServiceLoader.load(LiveDisplay.class, LiveDisplay.class.getClassLoader())) {
            if (display.available()) {
                display.open()
                        .accept(MimeBundle.text(line)
                                .with(MimeBundle.HTML, "<pre style=\"margin:0\">" + Html.escape(line) + "</pre>"));
                return;
            }
        }
        System.err.println(line);
    }
}
