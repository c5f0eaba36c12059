package io.xlink.source.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** What databases do each in their own way. */
enum Dialect {
    POSTGRESQL {
        @Override
        Optional<String> bucket(TimeForm form, String time, int seconds) {
            return switch (form) {
                case WALL_CLOCK ->
                    Optional.of("floor(date_part('epoch', " + time + " - cast(? as timestamp)) / " + seconds + ")");
                case INSTANT ->
                    Optional.of("floor(date_part('epoch', " + time + " - cast(? as timestamptz)) / " + seconds + ")");
                case UNIX_SECONDS -> Optional.of("floor((" + time + " - ?) / " + seconds + ")");
                default -> Optional.empty();
            };
        }
    },
    MARIADB {
        @Override
        Optional<String> bucket(TimeForm form, String time, int seconds) {
            return switch (form) {
                case WALL_CLOCK ->
                    Optional.of("floor(timestampdiff(second, cast(? as datetime), " + time + ") / " + seconds + ")");
                case UNIX_SECONDS -> Optional.of("floor((" + time + " - ?) / " + seconds + ")");
                default -> Optional.empty();
            };
        }
    },
    H2 {
        @Override
        Optional<String> bucket(TimeForm form, String time, int seconds) {
            return switch (form) {
                case WALL_CLOCK ->
                    Optional.of("floor(datediff(second, cast(? as timestamp), " + time + ") / " + seconds + ")");
                case UNIX_SECONDS -> Optional.of("floor((" + time + " - ?) / " + seconds + ")");
                default -> Optional.empty();
            };
        }
    },
    /** Keeps a date and time as text in a column of any type, and adds numbers and text alike. */
    SQLITE,
    /** Any other: its rows are added up here. */
    OTHER;

    static Dialect of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (name.contains("postgresql")) {
            return POSTGRESQL;
        } else if (name.contains("mariadb") || name.contains("mysql")) {
            return MARIADB;
        } else if (name.equals("h2")) {
            return H2;
        }
        return name.contains("sqlite") ? SQLITE : OTHER;
    }

    /**
     * The number of the interval in which a time lies, counted from a moment that is the only parameter.
     *
     * @param seconds length of an interval
     * @return empty when the database cannot say it
     */
    Optional<String> bucket(TimeForm form, String time, int seconds) {
        return Optional.empty();
    }
}
