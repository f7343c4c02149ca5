package dev.oddity.kernel;

import dev.oddity.core.display.MimeBundle;

/** Where a {@link Place} is painted: the output of a cell of this or of another kernel. */
interface Painter {

    /**
     * Shows forms as {@link Views#encoded} gives them.
     *
     * @param again whether they take the place of what was shown under this id
     */
    void show(MimeBundle forms, String id, boolean again);
}
