/**
 * Whether one model is better than another, and how sure that is: intervals by bootstrap, paired tests, ranks over seeds or
 * data sets. Begin at {@link dev.oddity.core.comparison.Comparison}. The methods are those of Demšar, "Statistical
 * Comparisons of Classifiers over Multiple Data Sets", JMLR 7 (2006).
 */
@NullMarked
package dev.oddity.core.comparison;

import org.jspecify.annotations.NullMarked;
