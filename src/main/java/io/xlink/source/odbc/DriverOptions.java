package io.xlink.source.odbc;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What known drivers must be told so that large results come in pieces, and values as what they are. */
final class DriverOptions {
    /** Steps through a result instead of holding all of it; whole numbers have 64 bits. */
    private static final Map<String, String> SQLITE = Map.of("StepAPI", "1", "BigInt", "1");
    /**
     * Without its own cursors, because a connection that is lost within one ends the process (13.02); booleans are no text;
     * a silent network is found out within some minutes.
     */
    private static final Map<String, String> POSTGRES =
            Map.of("UseDeclareFetch", "0", "BoolsAsChar", "0", "KeepaliveTime", "60", "KeepaliveInterval", "10");

    /** Text is read as UTF-8. */
    private static final Map<String, String> MARIADB = Map.of("CHARSET", "utf8mb4");

    private DriverOptions() {}

    /** By the file name of a driver's library; none for drivers that nobody here knows. */
    static Map<String, String> of(Optional<Path> library) {
        String name = library.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
                .orElse("");
        if (name.contains("sqlite")) {
            return SQLITE;
        }
        if (name.contains("maodbc")) {
            return MARIADB;
        }
        return name.contains("psqlodbc") ? POSTGRES : Map.of();
    }
}
