package io.xlink.source.odbc;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/**
 * Tells a session that it only reads. Drivers may ignore the access mode of a connection, and the large open ones do, so
 * the database is told in its own words.
 */
final class ReadOnlySession {
    private static final Map<String, String> WORDS = Map.of(
            "postgresql", "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
            "mariadb", "SET SESSION TRANSACTION READ ONLY",
            "mysql", "SET SESSION TRANSACTION READ ONLY",
            "sqlite", "PRAGMA query_only=1");

    private ReadOnlySession() {}

    /**
     * @param product as the driver names the database; of others nothing is asked
     * @throws SQLException when a database that knows the words refuses them
     */
    static void begin(NativeConnection connection, String product) throws SQLException {
        String words = WORDS.get(product.toLowerCase(Locale.ROOT));
        if (words == null) {
            return;
        }
        NativeStatement statement = connection.statement();
        try {
            Encoding encoding = connection.encoding();
            statement.ask("the session cannot be made read-only", handle -> encoding.execute(handle, words));
        } finally {
            statement.close();
        }
    }
}
