/**
 * What executed notebooks show, held against approved values. Their numbers are carried by outputs as
 * {@code application/vnd.oddity.metrics+json}; the approved ones lie in {@code approved/} beside the notebook, a tolerance beside
 * each value. The text of cells tagged {@code approve} lies there too, scrubbed of what differs from run to run by the rules of
 * {@link dev.oddity.ci.approval.Scrubbing}. Begin at {@link dev.oddity.ci.approval.NotebookApproval}.
 */
@NullMarked
package dev.oddity.ci.approval;

import org.jspecify.annotations.NullMarked;
