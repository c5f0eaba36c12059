package io.xlink.config.keys;

import static io.xlink.config.keys.Place.UNIVERSAL_CALLS;

import java.util.List;

/** Keys of call data in a database, PhoneLink (specification, section 5). */
public final class UniversalCallKeys {
    public static final Key QUEUE_SQL = key(
                    "QueueSQL", FreeText.SQL, "query whose columns are the queues of the tree, one column a level")
            .otherwise("required");
    public static final Key QUEUE_MAPPING_SQL = key(
                    "QueueMappingSQL",
                    FreeText.SQL,
                    "query: the columns of `QueueSQL`, then the ids that stand for that queue in the data table")
            .otherwise("the names are the ids");
    public static final Key CALL_DATA_TABLE =
            key("CallDataTable", FreeText.TABLE, "where the calls are").otherwise("required");
    public static final Key QUEUE_NAME_COLUMN = key(
                    "QueueNameColumn",
                    FreeText.EXPRESSIONS,
                    "what identifies the queue in the data table; it must read as `<expression> = 'name'`")
            .otherwise("required");
    public static final Key QUEUE_NAME_TYPE = key(
                    "QueueNameType",
                    new Several(Choice.of(0, 1)),
                    "for each column of `QueueNameColumn`: 0 text, 1 number")
            .otherwise("as the database declares the column");
    public static final Key VALUE_TYPES = key(
                    "ValueTypes",
                    FreeText.EXPRESSIONS,
                    "what is aggregated; their text is the value type's name in the tree")
            .otherwise("required");
    public static final Key VALUE_TYPE_FUNCTIONS = key(
                    "ValueTypeFunctions",
                    new Several(Choice.of("SUM", "COUNT", "AVG", "MAX", "MIN")),
                    "one for all value types, or one for each")
            .absent("SUM");
    public static final Key TIME_STAMP_COLUMN = key(
                    "TimeStampColumn",
                    FreeText.EXPRESSIONS,
                    "the time of a row; date and time of day may stand in two columns: `row_date;starttime`")
            .otherwise("required");
    public static final Key TIME_STAMP_TYPE = key(
                    "TimeStampType", Choice.of(0, 1, 2), "0 text, 1 Unix seconds, 2 date and time")
            .absent("2");
    public static final Key TIME_STAMP_FORMAT = Key.of(
                    0, UNIVERSAL_CALLS, "TimeStampFormat", FreeText.PATTERN, "how the time is written, when it is text")
            .otherwise("year, month, day, then the time");
    public static final Key RETRIEVE_VALUE_TYPES_USING = key(
                    "RetrieveValueTypesUsing",
                    Choice.of(0, 1),
                    "1 all value types of a queue in one query, 0 a query for each")
            .absent("1");
    public static final Key PUSH_DOWN = Key.of(
                    0,
                    UNIVERSAL_CALLS,
                    "PushDown",
                    Flag.FLAG,
                    "whether the database may add up the rows where that gives the same result")
            .absent("1");
    public static final Key INTERVAL = interval("Interval");
    public static final Key INTERVAL_DURATION = interval("IntervalDuration");

    private UniversalCallKeys() {}

    private static Key key(String name, KeyType type, String meaning) {
        return Key.of(5, UNIVERSAL_CALLS, name, type, meaning);
    }

    private static Key interval(String name) {
        return key(name, Choice.of(15, 30, 60), "length of an interval")
                .absent("15")
                .in("minutes");
    }

    static List<Key> all() {
        return List.of(
                QUEUE_SQL,
                QUEUE_MAPPING_SQL,
                CALL_DATA_TABLE,
                QUEUE_NAME_COLUMN,
                QUEUE_NAME_TYPE,
                VALUE_TYPES,
                VALUE_TYPE_FUNCTIONS,
                TIME_STAMP_COLUMN,
                TIME_STAMP_TYPE,
                TIME_STAMP_FORMAT,
                RETRIEVE_VALUE_TYPES_USING,
                PUSH_DOWN,
                INTERVAL,
                INTERVAL_DURATION);
    }
}
