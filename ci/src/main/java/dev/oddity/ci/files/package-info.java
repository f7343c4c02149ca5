/** How the command writes files: {@link dev.oddity.ci.files.WholeFile}. */
@NullMarked
package dev.oddity.ci.files;

import org.jspecify.annotations.NullMarked;
