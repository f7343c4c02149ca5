package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Reads the result of a query, row by row. */
final class QueryTable {

    private static final int ROWS_AT_A_TIME = 10_000;

    private QueryTable() {}

    /** Adds the cell at one place of the current row to a column. */
    private interface Reader {
        void read(ResultSet rows, int place) throws SQLException;
    }

    static Table read(javax.sql.DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return read(rows);
            }
        } catch (SQLException failed) {
            throw new DataException(
                    "the query \"" + sql + "\" failed: " + firstLine(failed)
                            + "; try it in the database's own console, then give it here as it worked there",
                    failed);
        }
    }

    private static String firstLine(SQLException failed) {
        String message = failed.getMessage();
        return message == null ? failed.toString() : message.lines().findFirst().orElse("");
    }

    private static Table read(ResultSet rows) throws SQLException {
        ResultSetMetaData header = rows.getMetaData();
        List<Column<?>> columns = new ArrayList<>();
        List<Reader> readers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int place = 1; place <= header.getColumnCount(); place++) {
            String name = header.getColumnLabel(place);
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new DataException(
                        "the query gives two columns named '" + name + "'; give one another name: \"… as other\"");
            }
            add(name, header.getColumnType(place), header.getColumnTypeName(place), columns, readers);
        }
        while (rows.next()) {
            for (int i = 0; i < readers.size(); i++) {
                readers.get(i).read(rows, i + 1);
            }
        }
        return Table.create("query", columns);
    }

    private static void add(String name, int type, String typeName, List<Column<?>> columns, List<Reader> readers) {
        switch (type) {
            // PostgreSQL calls a boolean a bit, and reads none as a number.
            case Types.BOOLEAN, Types.BIT -> truths(name, columns, readers);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> numbers(name, columns, readers);
            case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL -> numbers(name, columns, readers);
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR ->
                texts(name, columns, readers);
            case Types.DATE -> dates(name, columns, readers);
            // PostgreSQL calls one with a time zone so too, and reads it in no other way.
            case Types.TIMESTAMP -> {
                if (typeName.equalsIgnoreCase("timestamptz")) {
                    zonedTimes(name, columns, readers);
                } else {
                    times(name, columns, readers);
                }
            }
            case Types.TIMESTAMP_WITH_TIMEZONE -> zonedTimes(name, columns, readers);
            default ->
                throw new DataException("column '" + name + "' of the query is of type " + typeName
                        + ", which is neither number, text, date nor timestamp; cast it, such as \"cast(" + name
                        + " as varchar)\", or leave it out");
        }
    }

    private static void numbers(String name, List<Column<?>> columns, List<Reader> readers) {
        DoubleColumn column = DoubleColumn.create(name);
        columns.add(column);
        readers.add((rows, place) -> {
            double number = rows.getDouble(place);
            column.append(rows.wasNull() ? Double.NaN : number);
        });
    }

    private static void truths(String name, List<Column<?>> columns, List<Reader> readers) {
        DoubleColumn column = DoubleColumn.create(name);
        columns.add(column);
        readers.add((rows, place) -> {
            boolean truth = rows.getBoolean(place);
            column.append(rows.wasNull() ? Double.NaN : truth ? 1 : 0);
        });
    }

    private static void texts(String name, List<Column<?>> columns, List<Reader> readers) {
        StringColumn column = StringColumn.create(name);
        columns.add(column);
        readers.add((rows, place) -> {
            String text = rows.getString(place);
            column.append(text == null ? "" : text.strip());
        });
    }

    private static void dates(String name, List<Column<?>> columns, List<Reader> readers) {
        DateColumn column = DateColumn.create(name);
        columns.add(column);
        readers.add((rows, place) -> append(column, rows.getObject(place, LocalDate.class)));
    }

    private static void times(String name, List<Column<?>> columns, List<Reader> readers) {
        DateTimeColumn column = DateTimeColumn.create(name);
        columns.add(column);
        readers.add((rows, place) -> append(column, rows.getObject(place, LocalDateTime.class)));
    }

    private static void zonedTimes(String name, List<Column<?>> columns, List<Reader> readers) {
        DateTimeColumn column = DateTimeColumn.create(name);
        columns.add(column);
        readers.add((rows, place) -> {
            OffsetDateTime time = rows.getObject(place, OffsetDateTime.class);
            append(
                    column,
                    time == null
                            ? null
                            : time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
        });
    }

    private static <T> void append(Column<T> column, @Nullable T value) {
        if (value == null) {
            column.appendMissing();
        } else {
            column.append(value);
        }
    }
}
