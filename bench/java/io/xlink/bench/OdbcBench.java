package io.xlink.bench;

import io.xlink.it.PostgresServer;
import io.xlink.it.TestDatabase;
import io.xlink.source.odbc.OdbcUrls;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Reads rows as views of calls have them from a PostgreSQL server: by its JDBC driver, which reads 1000 rows at a time by a
 * cursor, and by ODBC. Arguments: rows, rounds.
 */
public final class OdbcBench {
    private static final String[] QUERIES = {
        "SELECT ts, queue, dur, calls, handle, ratio FROM calls", "SELECT queue, dur, calls, handle, ratio FROM calls",
    };

    private OdbcBench() {}

    public static void main(String[] arguments) throws SQLException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        TestDatabase database = PostgresServer.running().newDatabase();
        database.run(
                "CREATE TABLE calls AS SELECT timestamp '2026-01-01' + (g / 100) * interval '15 minutes' AS ts,"
                        + " 'Queue ' || (g % 100) AS queue, (g % 900)::int AS dur, g::bigint AS calls,"
                        + " ((g % 100000) / 100.0)::numeric(12,2) AS handle, ((g % 1000) / 7.0)::float8 AS ratio"
                        + " FROM generate_series(1, " + rows + ") g",
                "VACUUM ANALYZE calls");
        try (Connection jdbc = database.connect();
                Connection odbc = DriverManager.getConnection(OdbcUrls.postgres(database))) {
            jdbc.setAutoCommit(false);
            for (String query : QUERIES) {
                compare(jdbc, odbc, query, rounds);
            }
        }
        System.exit(0);
    }

    /** The best of some rounds, in turns, so that a machine that is busy for a while disturbs both alike. */
    private static void compare(Connection jdbc, Connection odbc, String query, int rounds) throws SQLException {
        double byJdbc = 0;
        double byOdbc = 0;
        for (int round = 0; round < rounds; round++) {
            byJdbc = Math.max(byJdbc, rate(jdbc, query));
            byOdbc = Math.max(byOdbc, rate(odbc, query));
        }
        System.out.printf(
                Locale.ROOT,
                "%s: JDBC %.0f, ODBC %.0f thousand rows/s, %.0f %%%n",
                query,
                byJdbc / 1000,
                byOdbc / 1000,
                100 * byOdbc / byJdbc);
    }

    private static double rate(Connection connection, String query) throws SQLException {
        long begin = System.nanoTime();
        long rows = 0;
        double sum = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet result = statement.executeQuery(query)) {
                int first = result.getMetaData().getColumnCount() - 4;
                while (result.next()) {
                    rows++;
                    sum += first == 2 ? result.getTimestamp(1).getNanos() : 0;
                    sum += result.getString(first).length() + result.getInt(first + 1) + result.getLong(first + 2);
                    sum += result.getDouble(first + 3) + result.getDouble(first + 4);
                }
            }
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("not a number among the values");
        }
        return rows * 1e9 / (System.nanoTime() - begin);
    }
}
