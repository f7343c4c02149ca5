/**
 * How a data set shows itself: facts, the shape of every column, first rows, and a picture where the rows are images,
 * curves or the points of a series. Begin at {@link dev.oddity.core.card.DataCard}.
 */
@NullMarked
package dev.oddity.core.card;

import org.jspecify.annotations.NullMarked;
