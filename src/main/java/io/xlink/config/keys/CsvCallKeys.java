package io.xlink.config.keys;

import static io.xlink.config.keys.ColumnNumber.COLUMN;
import static io.xlink.config.keys.Place.CSV_CALLS;

import java.util.List;

/** Keys of call data in CSV files, PhoneLink (specification, section 4). */
public final class CsvCallKeys {
    public static final Key SOURCE = key(
                    "Source",
                    FreeText.PATH,
                    "the watched folder; a relative path counts from the configuration directory")
            .otherwise("`DATA/in/SYSTEM`");
    public static final Key DESTINATION = key(
                    "Destination",
                    FreeText.PATH,
                    "where files move to; the time of the move goes before their name, so that none is overwritten")
            .otherwise("required to move files");
    public static final Key DELETE_IMPORT_FILES = key(
                    "DeleteImportFiles",
                    Choice.of(0, 1, 2),
                    "what happens to a file after the receipt: 0 stays, 1 moves to `Destination`, 2 is deleted")
            .absent("0");
    public static final Key SEPARATOR_CHARACTER = key(
                    "SeparatorCharacter",
                    Separator.SEPARATOR,
                    "1 tab, 2 comma, 3 semicolon, 0 detected, any other single character itself")
            .absent("0");
    public static final Key HEADER_LINES = key(
                    "HeaderLines", new WholeNumber(0, 10_000), "lines skipped at the beginning")
            .absent("0")
            .in("lines");
    public static final Key COLUMN_NAMES = key(
                    "ColumnNames",
                    FreeText.NAMES,
                    "names of all columns; those that are neither group nor time are the value types. A column with an"
                            + " empty name is not read")
            .otherwise("required");
    public static final Key GROUP_COLUMN =
            key("GroupColumn", COLUMN, "the queue's name").otherwise("all rows belong to the one queue in `Groups`");
    public static final Key GROUPS = key(
                    "Groups", FreeText.NAMES, "the queues, case-sensitive; rows of others are rejected")
            .otherwise("all");
    public static final Key SUB_GROUP_COLUMN =
            key("SubGroupColumn", COLUMN, "the queue's second level").otherwise("one level");
    public static final Key SUB_GROUPS = key(
                    "SubGroups", FreeText.NAMES, "the second levels, case-sensitive; rows of others are rejected")
            .otherwise("all");
    public static final Key DATE_COLUMN = key("DateColumn", COLUMN, "the date").otherwise("required");
    public static final Key TIME_COLUMN =
            key("TimeColumn", COLUMN, "the time of day").otherwise("required");
    public static final Key TIME_STAMP_COLUMN = key(
                    "TimeStampColumn", COLUMN, "date and time in one; wins over `DateColumn` and `TimeColumn`")
            .otherwise("two columns");
    public static final Key DATE_ORDER = key(
                    "DateOrder", Choice.of("dmy", "mdy", "ymd"), "order of day, month and year in a date")
            .absent("dmy");
    public static final Key INTERVAL = key("Interval", Choice.of(15, 30, 60), "length of an interval")
            .absent("15")
            .in("minutes");
    public static final Key AHT_COLUMN = key(
                    "AHTColumn", COLUMN, "an average handling time: seconds, `mm:ss` or `hh:mm:ss`")
            .otherwise("none");
    public static final Key AHT_WEIGHT_COLUMN = Key.of(
                    0,
                    CSV_CALLS,
                    "AHTWeightColumn",
                    FreeText.COLUMN_BY_NAME,
                    "the column that weighs the AHT of several rows in one interval")
            .otherwise("the mean of those above 0");
    public static final Key TIME_ZONE = key(
                    "TimeZone",
                    Shift.SHIFT,
                    "hours added to the file's clock to get local time, or the zone of the file's clock")
            .at(Place.CSV_ACTIVITIES)
            .absent("0");

    public static final Key CHARSET = Key.of(
                    0, CSV_CALLS, "Charset", CharacterSet.CHARACTER_SET, "the character set of the files")
            .at(Place.CSV_ACTIVITIES)
            .otherwise("detected: by a byte order mark, else UTF-8, else Windows-1252");
    public static final Key MAX_REJECTS = Key.of(
                    0,
                    CSV_CALLS,
                    "MaxRejects",
                    new WholeNumber(0, 100),
                    "a file of which more rows are broken is refused whole; 100 refuses none")
            .at(Place.CSV_ACTIVITIES)
            .absent("10")
            .in("percent");

    private CsvCallKeys() {}

    private static Key key(String name, KeyType type, String meaning) {
        return Key.of(4, CSV_CALLS, name, type, meaning);
    }

    /** The names of all of them, in a fixed order. */
    public static List<String> names() {
        return all().stream().map(Key::name).toList();
    }

    static List<Key> all() {
        return List.of(
                SOURCE,
                DESTINATION,
                DELETE_IMPORT_FILES,
                SEPARATOR_CHARACTER,
                HEADER_LINES,
                COLUMN_NAMES,
                GROUP_COLUMN,
                GROUPS,
                SUB_GROUP_COLUMN,
                SUB_GROUPS,
                DATE_COLUMN,
                TIME_COLUMN,
                TIME_STAMP_COLUMN,
                DATE_ORDER,
                INTERVAL,
                AHT_COLUMN,
                AHT_WEIGHT_COLUMN,
                TIME_ZONE,
                CHARSET,
                MAX_REJECTS);
    }
}
