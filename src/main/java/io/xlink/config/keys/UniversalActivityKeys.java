package io.xlink.config.keys;

import static io.xlink.config.keys.Place.UNIVERSAL_ACTIVITIES;

import java.util.List;

/** Keys of activities in a database, TimeLink (specification, section 5). This version does not import them yet. */
public final class UniversalActivityKeys {
    private static final KeyType TIME_TYPE = Choice.of(0, 1, 2);
    private static final String TIME_TYPES = ": 0 text, 1 Unix seconds, 2 date and time";

    public static final Key ACTIVITY_SQL = key("ActivitySQL", FreeText.SQL, "query: name and id of each activity");
    public static final Key AGENT_ACTIVITY_TABLE =
            key("AgentActivityTable", FreeText.TABLE, "where the activities are");

    private UniversalActivityKeys() {}

    private static Key key(String name, KeyType type, String meaning) {
        return Key.of(5, UNIVERSAL_ACTIVITIES, name, type, meaning).notYet();
    }

    static List<Key> all() {
        return List.of(
                ACTIVITY_SQL,
                AGENT_ACTIVITY_TABLE,
                key("AgentColumn", FreeText.EXPRESSION, "the agent's id"),
                key("ActivityColumn", FreeText.EXPRESSION, "the activity's id"),
                key("ActivityStartTimeStampColumn", FreeText.EXPRESSIONS, "the start"),
                key("ActivityStartTimeStampType", TIME_TYPE, "the start" + TIME_TYPES)
                        .absent("2"),
                key("ActivityStartTimeStampFormat", FreeText.PATTERN, "how the start is written, when it is text"),
                key("ActivityEndTimeStampColumn", FreeText.EXPRESSIONS, "the end"),
                key("ActivityEndTimeStampType", TIME_TYPE, "the end" + TIME_TYPES)
                        .absent("2"),
                key("ActivityEndTimeStampFormat", FreeText.PATTERN, "how the end is written, when it is text"),
                key("ActivityDurationColumn", FreeText.EXPRESSION, "how long the activity lasted")
                        .in("seconds"));
    }
}
