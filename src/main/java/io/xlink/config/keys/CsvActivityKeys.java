package io.xlink.config.keys;

import static io.xlink.config.keys.Place.CSV_ACTIVITIES;

import java.util.List;

/** Keys of activities in CSV files, TimeLink (specification, section 4). This version does not import them yet. */
public final class CsvActivityKeys {
    private static final KeyType COLUMN = ColumnNumber.COLUMN;
    private static final KeyType COLUMNS = new Several(ColumnNumber.COLUMN);

    public static final Key ACTIVITY_COLUMN =
            key("ActivityColumn", COLUMN, "the activity's id").otherwise("required");
    public static final Key AGENT_COLUMN =
            key("AgentColumn", COLUMN, "the agent's id").otherwise("required");
    public static final Key ACTIVITY_SOURCE = key(
            "ActivitySource",
            FreeText.PATH,
            "the watched folder; a relative path counts from the configuration directory");
    public static final Key ACTIVITY_DESTINATION = key("ActivityDestination", FreeText.PATH, "where files move to");
    public static final Key DELETE_ACTIVITY_IMPORT_FILES = key(
                    "DeleteActivityImportFiles",
                    Choice.of(0, 1, 2),
                    "what happens to a file after the receipt: 0 stays, 1 moves to `ActivityDestination`, 2 is deleted")
            .absent("0");

    public static final Key ACTIVITY_COLUMN_NAMES = key("ActivityColumnNames", FreeText.NAMES, "names of all columns");

    private CsvActivityKeys() {}

    private static Key key(String name, KeyType type, String meaning) {
        return Key.of(4, CSV_ACTIVITIES, name, type, meaning).notYet();
    }

    static List<Key> all() {
        return List.of(
                ACTIVITY_SOURCE,
                ACTIVITY_DESTINATION,
                DELETE_ACTIVITY_IMPORT_FILES,
                key(
                                "ActivitySeparatorCharacter",
                                Separator.SEPARATOR,
                                "1 tab, 2 comma, 3 semicolon, 0 detected, any other single character itself")
                        .absent("0"),
                key("ActivityHeaderLines", new WholeNumber(0, 10_000), "lines skipped at the beginning")
                        .absent("0")
                        .in("lines"),
                ACTIVITY_COLUMN_NAMES,
                AGENT_COLUMN,
                ACTIVITY_COLUMN,
                key("ActivityIdentifiers", FreeText.NAMES, "ids of the activities"),
                key("ActivityDescriptions", FreeText.NAMES, "names of the activities, in the order of their ids"),
                key("ActivityDateOrder", Choice.of("dmy", "mdy", "ymd"), "order of day, month and year in a date")
                        .absent("dmy"),
                key("ActivityStartDateColumn", COLUMN, "the date of the start"),
                key("ActivityStartTimeColumn", COLUMN, "the time of day of the start"),
                key("ActivityEndDateColumn", COLUMN, "the date of the end"),
                key("ActivityEndTimeColumn", COLUMN, "the time of day of the end"),
                key("ActivityStartTimeStampColumn", COLUMNS, "date and time of the start, in one column or two: `3;4`"),
                key("ActivityEndTimeStampColumn", COLUMNS, "date and time of the end, in one column or two"),
                key("ActivityStartTimeStampFormat", FreeText.PATTERN, "how the start is written"),
                key("ActivityEndTimeStampFormat", FreeText.PATTERN, "how the end is written"),
                key("ActivityDurationColumn", COLUMN, "how long the activity lasted"));
    }
}
