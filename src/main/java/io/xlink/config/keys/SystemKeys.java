package io.xlink.config.keys;

import static io.xlink.config.keys.Place.CSV_ACTIVITIES;
import static io.xlink.config.keys.Place.CSV_CALLS;
import static io.xlink.config.keys.Place.UNIVERSAL_ACTIVITIES;
import static io.xlink.config.keys.Place.UNIVERSAL_CALLS;

import java.util.List;
import java.util.stream.Stream;

/** Keys of external systems whatever they describe, and of connections to databases (specification, sections 4 and 5). */
public final class SystemKeys {
    public static final Key DSN = connection(
            "Source", FreeText.NAME, "name of a data source: one that application.properties defines, or an ODBC DSN");
    public static final Key USER = connection("User", FreeText.NAME, "who logs in to the database");
    public static final Key PWD =
            connection("Pwd", FreeText.SECRET, "the password as `xlink passcode` encodes it: `$$$:...`");
    public static final Key PASSWORD = connection("Password", FreeText.SECRET, "the password, plain");

    /** As for CSV files, for the clock of a database. */
    public static final Key TIME_ZONE = Key.of(4, UNIVERSAL_CALLS, "TimeZone", Shift.SHIFT, "as for CSV files")
            .at(UNIVERSAL_ACTIVITIES)
            .absent("0");

    public static final Key QUERY_TIMEOUT = Key.of(
                    0,
                    UNIVERSAL_CALLS,
                    "QueryTimeout",
                    new WholeNumber(1, 3600),
                    "how long the database may take for the first row of a query")
            .at(UNIVERSAL_ACTIVITIES)
            .absent("300")
            .in("seconds");

    public static final Key PROTOCOL = Key.of(
                    8,
                    UNIVERSAL_CALLS,
                    "Protocol",
                    Flag.FLAG,
                    "whether each mapped queue has a log of its own, with the statements and the figures")
            .at(UNIVERSAL_ACTIVITIES)
            .absent("0");

    /** What a key that ends in {@code Size} is, when it is none of those listed. */
    static final Key BUFFER_SIZE = buffer("...Size");

    private SystemKeys() {}

    private static Key connection(String name, KeyType type, String meaning) {
        return Key.of(5, UNIVERSAL_CALLS, name, type, meaning).at(UNIVERSAL_ACTIVITIES);
    }

    private static Key buffer(String name) {
        return Key.of(5, UNIVERSAL_CALLS, name, FreeText.ANYTHING, "size of a buffer that does not exist any more")
                .at(UNIVERSAL_ACTIVITIES)
                .never();
    }

    private static Key anywhere(String name, KeyType type, String meaning) {
        return Key.of(4, CSV_CALLS, name, type, meaning)
                .at(CSV_ACTIVITIES, UNIVERSAL_CALLS, UNIVERSAL_ACTIVITIES)
                .notYet();
    }

    static List<Key> all() {
        return List.of(
                DSN,
                USER,
                PWD,
                PASSWORD,
                TIME_ZONE,
                QUERY_TIMEOUT,
                anywhere("LogFile", FreeText.FILE, "log of this system"),
                PROTOCOL,
                Key.of(4, CSV_CALLS, "Protocol", Flag.FLAG, PROTOCOL.meaning())
                        .at(CSV_ACTIVITIES)
                        .absent("0")
                        .notYet());
    }

    static List<Key> buffers() {
        return Stream.concat(
                        Stream.of(
                                        "QueueSQLSize",
                                        "QueueMappingSQLSize",
                                        "ValueTypesSize",
                                        "SplitAdditionalFieldsSize",
                                        "ActivitySQLSize")
                                .map(SystemKeys::buffer),
                        Stream.of(BUFFER_SIZE))
                .toList();
    }
}
