/**
 * The Java kernel of Jupyter notebooks, with Oddity on its class path, and what makes it known to Jupyter.
 *
 * <p>Begin at {@link dev.oddity.kernel.Main}, which starts a kernel or installs its kernelspec;
 * {@link dev.oddity.kernel.EmbeddedKernel} is one without a process of its own. A request goes
 * {@code wire} → {@link dev.oddity.kernel.Requests} → {@link dev.oddity.kernel.Execution} →
 * {@link dev.oddity.kernel.CellRunner} → {@code jshell}; what its value looks like says
 * {@link dev.oddity.kernel.Shown}, and what a cell
 * shows goes back through {@link dev.oddity.kernel.CellOutput}. Magics implement {@link dev.oddity.kernel.Magic};
 * libraries come through {@code maven}. Cells see {@link dev.oddity.kernel.Notebook}. Pictures,
 * tables and reports are shown by {@link dev.oddity.kernel.OddityExtension}, which a stock JJava can load as well: the
 * kernel is a {@code BaseKernel} of {@code jjava-jupyter}, so its extensions, renderers and magics work here too.
 */
@NullMarked
package dev.oddity.kernel;

import org.jspecify.annotations.NullMarked;
