package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;

/** What the cells of one column are: counted while a file is looked over. */
final class CellKinds {

    private final String column;
    private int numbers;
    private int texts;
    private int firstTextRow;
    private String firstText = "";

    CellKinds(String column) {
        this.column = column;
    }

    void count(CsvCells cells, boolean missing) {
        if (missing) {
            return;
        }
        if (Decimal.isNumber(cells.bytes(), cells.from(), cells.to())) {
            numbers++;
        } else {
            if (texts == 0) {
                firstTextRow = cells.row();
                firstText = cells.text();
            }
            texts++;
        }
    }

    /**
     * Whether this is a column of text.
     *
     * @throws DataException if most cells are numbers but not all: then the others are most likely slips
     */
    boolean isText(String file) {
        if (texts > 0 && numbers > texts) {
            throw new DataException("column '" + column + "' of " + file + " holds numbers in " + numbers + " of "
                    + (numbers + texts) + " cells, but text in row " + firstTextRow + ": '" + firstText
                    + "'; correct it, or say what it is: .missing(\"" + firstText
                    + "\") for a missing value, .categorical(\""
                    + column + "\") for a column of codes, .drop(\"" + column + "\") to leave the column out");
        }
        return texts > 0;
    }
}
