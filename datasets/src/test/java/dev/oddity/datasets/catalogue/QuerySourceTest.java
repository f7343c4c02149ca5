package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.Dataset;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.assertj.core.api.AbstractThrowableAssert;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuerySourceTest {

    private JdbcConnectionPool database;

    @BeforeEach
    void open() throws SQLException {
        database = JdbcConnectionPool.create("jdbc:h2:mem:", "sa", "");
        database.setMaxConnections(1);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders (id int, amount decimal(10, 2), rush boolean, kind varchar(10),"
                    + " placed date, paid timestamp, seen timestamp with time zone, code uuid, fraud int)");
            statement.execute("insert into orders values"
                    + " (1, 10.5, true, 'web', date '2026-01-02', timestamp '2026-01-02 03:04:05',"
                    + " timestamp with time zone '2026-01-02 03:04:05+01:00', null, 0),"
                    + " (2, null, false, null, null, null, null, null, 1)");
        }
    }

    @AfterEach
    void close() {
        database.dispose();
    }

    @Test
    void reads_numbers_texts_dates_and_what_is_missing() {
        Dataset data = query(database, "select amount, rush, kind, placed, paid, seen, fraud from orders order by id")
                .label("FRAUD")
                .load();

        assertThat(data.labels()).containsExactly(false, true);
        assertThat(data.table().numberColumn("AMOUNT").asDoubleArray()).containsExactly(10.5, Double.NaN);
        assertThat(data.table().numberColumn("RUSH").asDoubleArray()).containsExactly(1, 0);
        assertThat(data.table().stringColumn("KIND").asList()).containsExactly("web", "");
        assertThat(data.table().dateColumn("PLACED").get(0)).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(data.table().dateTimeColumn("PAID").get(0)).isEqualTo(LocalDateTime.of(2026, 1, 2, 3, 4, 5));
        assertThat(data.table().dateTimeColumn("SEEN").get(0)).isEqualTo(LocalDateTime.of(2026, 1, 2, 2, 4, 5));
        assertThat(data.table().columns().stream().filter(column -> column.isMissing(1)))
                .hasSize(5);
    }

    @Test
    void reads_booleans_and_timestamps_with_a_time_zone_by_the_names_that_postgresql_has_for_them() {
        Dataset data = query(PostgresNames.over(database), "select rush, seen, fraud from orders order by id")
                .label("FRAUD")
                .load();

        assertThat(data.table().numberColumn("RUSH").asDoubleArray()).containsExactly(1, 0);
        assertThat(data.table().dateTimeColumn("SEEN").get(0)).isEqualTo(LocalDateTime.of(2026, 1, 2, 2, 4, 5));
    }

    @Test
    void takes_types_labels_and_drops_as_a_file_does() {
        Dataset data = query(
                        database, "select id, amount, coalesce(kind, 'shop') as kind, fraud from orders order by id")
                .label("KIND")
                .normal("web")
                .drop("FRAUD")
                .categorical("ID")
                .load();

        assertThat(data.labels()).containsExactly(false, true);
        assertThat(data.table().stringColumn("ID").asList()).containsExactly("1", "2");
        assertThat(data.keys().columnNames()).containsExactly("FRAUD");
    }

    @Test
    void provenance_tells_the_query_and_its_cells() {
        QuerySource source =
                query(database, "select id, fraud from orders order by id").label("FRAUD");
        QuerySource other =
                query(database, "select id, fraud from orders order by id desc").label("FRAUD");

        assertThat(source.load().provenance().version()).isEqualTo("a query of 2 rows");
        assertThat(source.load().provenance()).isEqualTo(source.load().provenance());
        assertThat(other.load().provenance().sha256())
                .isNotEqualTo(source.load().provenance().sha256());
        assertThat(source.describe()).containsEntry("sql", "select id, fraud from orders order by id");
        assertThat(source).hasToString("query(\"select id, fraud from orders order by id\").label(\"FRAUD\")");
    }

    @Test
    void a_query_that_fails_is_refused_with_what_the_database_says() {
        assertRefused("select * from order_s")
                .hasMessageStartingWith("the query \"select * from order_s\" failed: Table \"ORDER_S\" not found")
                .hasMessageEndingWith("; try it in the database's own console, then give it here as it worked there");
    }

    @Test
    void a_query_that_cannot_be_a_table_is_refused() {
        assertRefused("select id, id from orders")
                .hasMessage("the query gives two columns named 'ID'; give one another name: \"… as other\"");
        assertRefused("select code, fraud from orders")
                .hasMessage("column 'CODE' of the query is of type UUID, which is neither number, text, date nor"
                        + " timestamp; cast it, such as \"cast(CODE as varchar)\", or leave it out");
        assertThatThrownBy(() -> query(database, " "))
                .isInstanceOf(DataException.class)
                .hasMessage("query(..) without a query; give one, such as \"select * from orders\"");
    }

    @Test
    void connections_are_given_back() throws SQLException {
        query(database, "select id, fraud from orders").label("FRAUD").load();
        assertRefused("select code, fraud from orders");

        assertThat(database.getActiveConnections()).isZero();
    }

    private AbstractThrowableAssert<?, ?> assertRefused(String sql) {
        return assertThatThrownBy(() -> query(database, sql).label("FRAUD").load())
                .isInstanceOf(DataException.class);
    }
}
