/**
 * Formulas in TeX as MathML that browsers lay out themselves, without a script and without the network: SnuggleTeX reads the
 * TeX, and what it writes is brought to MathML Core. Begin at {@link dev.oddity.ci.formula.Formula}.
 */
@NullMarked
package dev.oddity.ci.formula;

import org.jspecify.annotations.NullMarked;
