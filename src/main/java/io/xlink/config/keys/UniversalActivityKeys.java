package io.xlink.config.keys;

import static io.xlink.config.keys.Place.UNIVERSAL_ACTIVITIES;

import java.util.List;

/** Keys of activities in a database, TimeLink (specification, section 5). */
public final class UniversalActivityKeys {
    private static final KeyType TIME_TYPE = Choice.of(0, 1, 2);
    private static final String TIME_TYPES = ": 0 text, 1 Unix seconds, 2 date and time";
    private static final String TWO_COLUMNS = "; date and time of day may stand in two columns";

    public static final Key ACTIVITY_SQL = key(
                    "ActivitySQL",
                    FreeText.SQL,
                    "query: name and id of each activity; rows of others are left out and counted")
            .otherwise("every activity is taken");
    public static final Key AGENT_ACTIVITY_TABLE = key("AgentActivityTable", FreeText.TABLE, "where the activities are")
            .otherwise("required");
    public static final Key AGENT_COLUMN =
            key("AgentColumn", FreeText.EXPRESSION, "the agent's id").otherwise("required");
    public static final Key ACTIVITY_COLUMN =
            key("ActivityColumn", FreeText.EXPRESSION, "the activity's id").otherwise("required");
    public static final Key START_TIME_STAMP_COLUMN = key(
                    "ActivityStartTimeStampColumn", FreeText.EXPRESSIONS, "the start" + TWO_COLUMNS)
            .otherwise("required");
    public static final Key START_TIME_STAMP_TYPE = key(
                    "ActivityStartTimeStampType", TIME_TYPE, "the start" + TIME_TYPES)
            .absent("2");
    public static final Key START_TIME_STAMP_FORMAT = key(
                    "ActivityStartTimeStampFormat", FreeText.PATTERN, "how the start is written, when it is text")
            .otherwise("year, month, day, then the time");
    public static final Key END_TIME_STAMP_COLUMN = key(
                    "ActivityEndTimeStampColumn", FreeText.EXPRESSIONS, "the end" + TWO_COLUMNS)
            .otherwise("required by type 1");
    public static final Key END_TIME_STAMP_TYPE =
            key("ActivityEndTimeStampType", TIME_TYPE, "the end" + TIME_TYPES).absent("2");
    public static final Key END_TIME_STAMP_FORMAT = key(
                    "ActivityEndTimeStampFormat", FreeText.PATTERN, "how the end is written, when it is text")
            .otherwise("year, month, day, then the time");
    public static final Key DURATION_COLUMN = key(
                    "ActivityDurationColumn", FreeText.EXPRESSION, "how long the activity lasted")
            .in("seconds")
            .otherwise("required by type 0");

    private UniversalActivityKeys() {}

    private static Key key(String name, KeyType type, String meaning) {
        return Key.of(5, UNIVERSAL_ACTIVITIES, name, type, meaning);
    }

    static List<Key> all() {
        return List.of(
                ACTIVITY_SQL,
                AGENT_ACTIVITY_TABLE,
                AGENT_COLUMN,
                ACTIVITY_COLUMN,
                START_TIME_STAMP_COLUMN,
                START_TIME_STAMP_TYPE,
                START_TIME_STAMP_FORMAT,
                END_TIME_STAMP_COLUMN,
                END_TIME_STAMP_TYPE,
                END_TIME_STAMP_FORMAT,
                DURATION_COLUMN);
    }
}
