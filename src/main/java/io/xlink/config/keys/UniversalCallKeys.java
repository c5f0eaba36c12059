package io.xlink.config.keys;

import static io.xlink.config.keys.Place.UNIVERSAL_CALLS;

import java.util.List;

/** Keys of call data in a database, PhoneLink (specification, section 5). This version does not import them yet. */
public final class UniversalCallKeys {
    public static final Key QUEUE_SQL =
            key("QueueSQL", FreeText.SQL, "query whose columns are the queues of the tree, one column a level");
    public static final Key CALL_DATA_TABLE = key("CallDataTable", FreeText.TABLE, "where the calls are");

    private UniversalCallKeys() {}

    private static Key key(String name, KeyType type, String meaning) {
        return Key.of(5, UNIVERSAL_CALLS, name, type, meaning).notYet();
    }

    private static Key interval(String name) {
        return key(name, Choice.of(15, 30, 60), "length of an interval")
                .absent("15")
                .in("minutes");
    }

    static List<Key> all() {
        return List.of(
                QUEUE_SQL,
                key(
                        "QueueMappingSQL",
                        FreeText.SQL,
                        "query: the columns of `QueueSQL`, then the ids that stand for that queue in the data table"),
                CALL_DATA_TABLE,
                key(
                        "QueueNameColumn",
                        FreeText.EXPRESSIONS,
                        "what identifies the queue in the data table; it must read as `<expression> = 'name'`"),
                key(
                        "QueueNameType",
                        new Several(Choice.of(0, 1)),
                        "for each column of `QueueNameColumn`: 0 text, 1 number"),
                key(
                        "ValueTypes",
                        FreeText.EXPRESSIONS,
                        "what is aggregated; their text is the value type's name in the tree"),
                key(
                                "ValueTypeFunctions",
                                new Several(Choice.of("SUM", "COUNT", "AVG", "MAX", "MIN")),
                                "one for all value types, or one for each")
                        .absent("SUM"),
                key("TimeStampColumn", FreeText.EXPRESSION, "the time of a row"),
                key("TimeStampType", Choice.of(0, 1, 2), "0 text, 1 Unix seconds, 2 date and time")
                        .absent("2"),
                key(
                        "RetrieveValueTypesUsing",
                        Choice.of(0, 1),
                        "1 all value types of a queue in one query, 0 a query for each"),
                interval("Interval"),
                interval("IntervalDuration"));
    }
}
