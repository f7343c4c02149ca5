package dev.oddity.kernel.ijava;

import dev.oddity.core.display.MimeBundle;
import dev.oddity.kernel.StockDisplay;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** The running cell of a stock IJava. */
record IJavaCell(JupyterIO io) implements StockDisplay.Cell {

    @Override
    public boolean running() {
        return io.isAttached();
    }

    @Override
    public void show(MimeBundle forms, String id, boolean again) {
        DisplayData data = new DisplayData();
        forms.data().forEach(data::putData);
        data.setDisplayId(id);
        if (again) {
            io.display.updateDisplay(data);
        } else {
            io.display.display(data);
        }
    }
}
