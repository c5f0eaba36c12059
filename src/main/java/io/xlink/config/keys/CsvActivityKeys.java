package io.xlink.config.keys;

import static io.xlink.config.keys.Place.CSV_ACTIVITIES;

import java.util.List;

/** Keys of activities in CSV files, TimeLink (specification, section 4). */
public final class CsvActivityKeys {
    private static final KeyType COLUMN = ColumnNumber.COLUMN;
    private static final KeyType COLUMNS = new Several(ColumnNumber.COLUMN);

    public static final Key ACTIVITY_SOURCE = key(
                    "ActivitySource",
                    FreeText.PATH,
                    "the watched folder; a relative path counts from the configuration directory")
            .otherwise("`DATA/in/SYSTEM-activities`");
    public static final Key ACTIVITY_DESTINATION = key(
                    "ActivityDestination",
                    FreeText.PATH,
                    "where files move to; the time of the move goes before their name, so that none is overwritten")
            .otherwise("required to move files");
    public static final Key DELETE_ACTIVITY_IMPORT_FILES = key(
                    "DeleteActivityImportFiles",
                    Choice.of(0, 1, 2),
                    "what happens to a file after the receipt: 0 stays, 1 moves to `ActivityDestination`, 2 is deleted")
            .absent("0");
    public static final Key ACTIVITY_SEPARATOR_CHARACTER = key(
                    "ActivitySeparatorCharacter",
                    Separator.SEPARATOR,
                    "1 tab, 2 comma, 3 semicolon, 0 detected, any other single character itself")
            .absent("0");
    public static final Key ACTIVITY_HEADER_LINES = key(
                    "ActivityHeaderLines", new WholeNumber(0, 10_000), "lines skipped at the beginning")
            .absent("0")
            .in("lines");
    public static final Key ACTIVITY_COLUMN_NAMES =
            key("ActivityColumnNames", FreeText.NAMES, "names of all columns").otherwise("columns have no names");
    public static final Key AGENT_COLUMN =
            key("AgentColumn", COLUMN, "the agent's id").otherwise("required");
    public static final Key ACTIVITY_COLUMN =
            key("ActivityColumn", COLUMN, "the activity's id").otherwise("required");
    public static final Key ACTIVITY_IDENTIFIERS = key(
                    "ActivityIdentifiers",
                    FreeText.NAMES,
                    "ids of the activities, case-sensitive; rows of others are rejected")
            .otherwise("all");
    public static final Key ACTIVITY_DESCRIPTIONS = key(
            "ActivityDescriptions", FreeText.NAMES, "names of the activities, in the order of their ids, for `tree`");
    public static final Key ACTIVITY_DATE_ORDER = key(
                    "ActivityDateOrder", Choice.of("dmy", "mdy", "ymd"), "order of day, month and year in a date")
            .absent("dmy");
    public static final Key START_DATE_COLUMN =
            key("ActivityStartDateColumn", COLUMN, "the date of the start").otherwise("required");
    public static final Key START_TIME_COLUMN = key("ActivityStartTimeColumn", COLUMN, "the time of day of the start")
            .otherwise("required");
    public static final Key START_TIME_STAMP_COLUMN = key(
                    "ActivityStartTimeStampColumn",
                    COLUMNS,
                    "date and time of the start, in one column or two: `3;4`; wins over the two above")
            .otherwise("two columns");
    public static final Key START_TIME_STAMP_FORMAT = key(
                    "ActivityStartTimeStampFormat", FreeText.PATTERN, "how the start is written")
            .otherwise("as dates and times are");
    public static final Key END_DATE_COLUMN = key("ActivityEndDateColumn", COLUMN, "the date of the end")
            .otherwise("the start's, or the next day when the time is earlier");
    public static final Key END_TIME_COLUMN =
            key("ActivityEndTimeColumn", COLUMN, "the time of day of the end").otherwise("required for type 1");
    public static final Key END_TIME_STAMP_COLUMN = key(
                    "ActivityEndTimeStampColumn",
                    COLUMNS,
                    "date and time of the end, in one column or two; wins over the two above")
            .otherwise("two columns");
    public static final Key END_TIME_STAMP_FORMAT = key(
                    "ActivityEndTimeStampFormat", FreeText.PATTERN, "how the end is written")
            .otherwise("as dates and times are");
    public static final Key DURATION_COLUMN = key(
                    "ActivityDurationColumn", COLUMN, "how long the activity lasted: seconds, `mm:ss` or `hh:mm:ss`")
            .otherwise("required for type 0");

    private CsvActivityKeys() {}

    private static Key key(String name, KeyType type, String meaning) {
        return Key.of(4, CSV_ACTIVITIES, name, type, meaning);
    }

    static List<Key> all() {
        return List.of(
                ACTIVITY_SOURCE,
                ACTIVITY_DESTINATION,
                DELETE_ACTIVITY_IMPORT_FILES,
                ACTIVITY_SEPARATOR_CHARACTER,
                ACTIVITY_HEADER_LINES,
                ACTIVITY_COLUMN_NAMES,
                AGENT_COLUMN,
                ACTIVITY_COLUMN,
                ACTIVITY_IDENTIFIERS,
                ACTIVITY_DESCRIPTIONS,
                ACTIVITY_DATE_ORDER,
                START_DATE_COLUMN,
                START_TIME_COLUMN,
                START_TIME_STAMP_COLUMN,
                START_TIME_STAMP_FORMAT,
                END_DATE_COLUMN,
                END_TIME_COLUMN,
                END_TIME_STAMP_COLUMN,
                END_TIME_STAMP_FORMAT,
                DURATION_COLUMN);
    }
}
