package dev.oddity.kernel;

import dev.oddity.core.display.MimeBundle;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One place of a cell's output: the first bundle is shown, each later one takes its place. Never throws: progress must not
 * stop work.
 */
final class Place implements Consumer<MimeBundle> {

    private static final Logger LOG = LoggerFactory.getLogger(Place.class);

    private final String id = UUID.randomUUID().toString();
    private final Painter painter;
    private boolean painted;

    Place(Painter painter) {
        this.painter = painter;
    }

    @Override
    public synchronized void accept(MimeBundle bundle) {
        try {
            painter.show(Views.encoded(bundle), id, painted);
            painted = true;
        } catch (RuntimeException | LinkageError e) {
            // A stock kernel of a version not known here, perhaps.
            LOG.warn("progress can't be shown", e);
        }
    }
}
