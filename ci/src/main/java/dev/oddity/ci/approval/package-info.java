/**
 * Metrics of executed notebooks held against approved values. A notebook's outputs carry them as
 * {@code application/vnd.oddity.metrics+json}; the approved ones lie in {@code approved/} beside the notebook, a
 * tolerance beside each value. Begin at {@link dev.oddity.ci.approval.MetricApproval}.
 */
@NullMarked
package dev.oddity.ci.approval;

import org.jspecify.annotations.NullMarked;
