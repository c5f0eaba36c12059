package io.xlink.source.odbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Locale;

/**
 * A URL of this driver: {@code jdbc:odbc:NAME}, {@code jdbc:odbc:NAME;key=value...} with the name of a data source, or
 * {@code jdbc:odbc:Driver=...;key=value...} without one. It may hold a password, so it is not shown.
 *
 * @param name of a data source; empty when {@code attributes} have a {@code Driver}
 * @param attributes what is added to, or instead of, its definition
 */
record OdbcUrl(String name, Attributes attributes) {
    private static final String PREFIX = "jdbc:odbc:";

    static boolean isOne(String url) {
        return url != null && url.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    static OdbcUrl parse(String url) throws SQLException {
        String text = url.substring(PREFIX.length());
        int semicolon = text.indexOf(';');
        String first = (semicolon < 0 ? text : text.substring(0, semicolon)).strip();
        try {
            if (!first.isEmpty() && first.indexOf('=') < 0) {
                return new OdbcUrl(first, Attributes.parse(semicolon < 0 ? "" : text.substring(semicolon + 1)));
            }
            Attributes attributes = Attributes.parse(text);
            String name = attributes.value("DSN").orElse("");
            if (name.isEmpty() && !attributes.has("Driver")) {
                throw wrong("a URL jdbc:odbc: names neither a data source nor a driver");
            }
            return new OdbcUrl(name, attributes.without("DSN"));
        } catch (IllegalArgumentException e) {
            throw wrong("a URL jdbc:odbc: cannot be read: " + e.getMessage());
        }
    }

    private static SQLException wrong(String what) {
        return new SQLNonTransientConnectionException(
                what + ". Write jdbc:odbc:NAME or jdbc:odbc:Driver=...;key={value}", "08001");
    }

    @Override
    public String toString() {
        return PREFIX + (name.isEmpty() ? "Driver=" + attributes.value("Driver").orElse("") : name);
    }
}
