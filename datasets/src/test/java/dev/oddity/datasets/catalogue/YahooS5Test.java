package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.yahooS5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.DataUnavailableException;
import dev.oddity.datasets.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YahooS5Test {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makes_the_folder_of_the_original() throws IOException {
        file = folder.resolve("A1Benchmark/real_2.csv");
        Files.createDirectories(file.getParent());
    }

    @Test
    void loads_the_files_as_they_come() throws IOException {
        Files.writeString(file, "timestamp,value,is_anomaly\n1,0.5,0\n2,1.5e-3,1\n3,2,0\n");

        Dataset data = yahooS5(folder.toString()).real(2).load();

        assertThat(data.table().columnNames()).containsExactly("value");
        assertThat(data.table().doubleColumn("value").asDoubleArray()).containsExactly(0.5, 0.0015, 2);
        assertThat(data.labels()).containsExactly(false, true, false);
    }

    @Test
    void says_how_to_obtain_them() {
        assertThatThrownBy(() -> yahooS5(folder.toString()).load())
                .isInstanceOf(DataUnavailableException.class)
                .hasMessage("no file " + folder.resolve("A1Benchmark/real_1.csv")
                        + "; Yahoo S5 may not be passed on: ask for it at https://webscope.sandbox.yahoo.com (data set S5),"
                        + " unpack it, and name the folder that holds A1Benchmark");
    }

    @Test
    void files_that_are_cut_off_or_hold_something_else_are_refused() throws IOException {
        String header = "timestamp,value,is_anomaly\n";
        Files.writeString(file, header + "1,0.5,0\n2,1.");
        assertRefused()
                .hasMessage(
                        "row 2 of " + file + " has 2 cells, its header 3; give every row as many cells as the header,"
                                + " and put a cell in quotes if it holds a ','");

        Files.writeString(file, header + "1,low,0\n2,high,1\n");
        assertRefused()
                .hasMessage("the column 'value' of " + file
                        + " is not one of numbers, as in the series of A1Benchmark; put the original file there");

        Files.writeString(file, header);
        assertRefused().hasMessage(file + " has a header and no rows; give it at least one row");

        Files.writeString(file, "");
        assertRefused().hasMessage(file + " is empty; a file begins with a header line of column names");
    }

    private AbstractThrowableAssert<?, ?> assertRefused() {
        return assertThatThrownBy(() -> yahooS5(folder.toString()).real(2).load())
                .isInstanceOf(DataException.class);
    }

    @Test
    void other_columns_and_numbers_are_refused() throws IOException {
        Files.writeString(file, "timestamps,value,anomaly\n1,0.5,0\n");

        assertThatThrownBy(() -> yahooS5(folder.toString()).real(2).load())
                .isInstanceOf(DataException.class)
                .hasMessage(file + " has the columns timestamps, value, anomaly, and the series of A1Benchmark have"
                        + " timestamp, value, is_anomaly; put the original file there");
        assertThatThrownBy(() -> yahooS5(folder.toString()).real(68))
                .isInstanceOf(DataException.class)
                .hasMessage("real(68): the real series have the numbers 1 to 67, such as real(1)");
    }
}
