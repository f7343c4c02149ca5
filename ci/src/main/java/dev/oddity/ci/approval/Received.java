package dev.oddity.ci.approval;

import dev.oddity.ci.notebook.Notebook;

/**
 * What an executed notebook has to be held to.
 *
 * @param metrics its numbers
 * @param text what its cells say that are tagged {@code approve}
 */
public record Received(ReceivedMetrics metrics, ReceivedText text) {

    /** @throws ApprovalException if a cell shows metrics of another form than Oddity's */
    public static Received of(Notebook executed) {
        return new Received(ReceivedMetrics.of(executed), ReceivedText.of(executed));
    }
}
