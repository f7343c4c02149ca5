package dev.oddity.datasets.catalogue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A database whose driver behaves as PostgreSQL's 42 does: a boolean is a {@code BIT} that is no number, and a timestamp with a
 * time zone is a {@code TIMESTAMP} named {@code timestamptz} that is no local time (pgjdbc, TypeInfoCache and issue 2243).
 */
final class PostgresNames {

    private static final Set<Class<?>> WRAPPED =
            Set.of(Connection.class, Statement.class, ResultSet.class, ResultSetMetaData.class);

    private PostgresNames() {}

    static DataSource over(DataSource database) {
        return wrapped(DataSource.class, database);
    }

    private static <T> T wrapped(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer(real, method, arguments)));
    }

    private static Object answer(Object real, Method method, Object[] arguments) throws Throwable {
        if (real instanceof ResultSetMetaData header && arguments != null) {
            int type = header.getColumnType((int) arguments[0]);
            switch (method.getName()) {
                case "getColumnType":
                    return type == Types.BOOLEAN
                            ? Types.BIT
                            : type == Types.TIMESTAMP_WITH_TIMEZONE ? Types.TIMESTAMP : type;
                case "getColumnTypeName":
                    return type == Types.TIMESTAMP_WITH_TIMEZONE
                            ? "timestamptz"
                            : header.getColumnTypeName((int) arguments[0]);
                default:
            }
        }
        if (real instanceof ResultSet rows && arguments != null && arguments[0] instanceof Integer place) {
            int type = rows.getMetaData().getColumnType(place);
            if (type == Types.BOOLEAN && method.getName().equals("getDouble")) {
                throw new SQLException("Bad value for type double : t");
            }
            if (type == Types.TIMESTAMP_WITH_TIMEZONE && arguments[1] == LocalDateTime.class) {
                throw new SQLException("Cannot convert the column of type TIMESTAMPTZ to requested type timestamp.");
            }
        }
        try {
            Object result = method.invoke(real, arguments);
            return WRAPPED.contains(method.getReturnType()) ? wrapped(method.getReturnType(), result) : result;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
