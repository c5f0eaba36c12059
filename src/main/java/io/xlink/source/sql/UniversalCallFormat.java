package io.xlink.source.sql;

import io.xlink.config.ConfigException;
import io.xlink.config.IniSection;
import io.xlink.config.keys.SystemKeys;
import io.xlink.config.keys.UniversalCallKeys;
import io.xlink.source.csv.FileClock;
import io.xlink.source.sql.ValueType.Function;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How an external system's call data are to be read from its database: the PhoneLink keys of the Universal interface
 * (specification, section 5).
 */
public final class UniversalCallFormat {
    private final IniSection section;
    private final String queueSql;
    private final Optional<String> queueMappingSql;
    private final QueueColumns queueColumns;
    private final String table;
    private final List<ValueType> valueTypes;
    private final TimeColumn time;
    private final FileClock clock;
    private final int interval;
    private final boolean together;
    private final boolean pushDown;
    private final int queryTimeout;

    private UniversalCallFormat(IniSection section) {
        this.section = section;
        queueSql = SqlExpression.query(
                SqlExpression.required(section, UniversalCallKeys.QUEUE_SQL).text());
        queueMappingSql = section.text(UniversalCallKeys.QUEUE_MAPPING_SQL).map(SqlExpression::query);
        queueColumns = QueueColumns.of(section);
        table = SqlExpression.required(section, UniversalCallKeys.CALL_DATA_TABLE)
                .text();
        valueTypes = valueTypes(section);
        time = TimeColumn.of(
                section,
                UniversalCallKeys.TIME_STAMP_COLUMN,
                UniversalCallKeys.TIME_STAMP_TYPE,
                UniversalCallKeys.TIME_STAMP_FORMAT);
        clock = FileClock.of(section.value(SystemKeys.TIME_ZONE));
        interval = section.text(UniversalCallKeys.INTERVAL).isPresent()
                ? Integer.parseInt(section.choice(UniversalCallKeys.INTERVAL))
                : Integer.parseInt(section.choice(UniversalCallKeys.INTERVAL_DURATION));
        together = section.choice(UniversalCallKeys.RETRIEVE_VALUE_TYPES_USING).equals("1");
        pushDown = section.isOn(UniversalCallKeys.PUSH_DOWN);
        queryTimeout = section.integer(SystemKeys.QUERY_TIMEOUT);
    }

    /**
     * Reads the keys of an external system.
     *
     * @throws ConfigException when one is missing, or a value cannot be used
     */
    public static UniversalCallFormat of(IniSection section) {
        return new UniversalCallFormat(section);
    }

    private static List<ValueType> valueTypes(IniSection section) {
        List<SqlExpression> expressions = SqlExpression.list(section, UniversalCallKeys.VALUE_TYPES);
        List<String> functions = section.list(UniversalCallKeys.VALUE_TYPE_FUNCTIONS);
        if (functions.size() > 1 && functions.size() != expressions.size()) {
            throw section.error(
                    UniversalCallKeys.VALUE_TYPE_FUNCTIONS,
                    functions.size() + " functions stand for " + expressions.size() + " value types",
                    "Write one for all, or one for each");
        }
        List<ValueType> types = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < expressions.size(); i++) {
            String function = functions.isEmpty()
                    ? UniversalCallKeys.VALUE_TYPE_FUNCTIONS.absent().orElseThrow()
                    : functions.get(functions.size() == 1 ? 0 : i);
            ValueType type = new ValueType(expressions.get(i), function(section, function));
            if (!names.add(type.name())) {
                throw section.error(
                        UniversalCallKeys.VALUE_TYPES,
                        "the value type " + type.name() + " stands twice, so that a mapping could not tell them apart",
                        "Put one of them in parentheses: (" + type.name() + ")");
            }
            types.add(type);
        }
        return types;
    }

    private static Function function(IniSection section, String name) {
        for (Function function : Function.values()) {
            if (function.name().equalsIgnoreCase(name)) {
                return function;
            }
        }
        throw section.error(
                UniversalCallKeys.VALUE_TYPE_FUNCTIONS,
                "the function \"" + name + "\" is not known",
                "Write SUM, COUNT, AVG, MAX or MIN");
    }

    /** The external system, by the section's name. */
    public String externalSystem() {
        return section.name();
    }

    /** Length of an interval in minutes. */
    public int interval() {
        return interval;
    }

    /** The value types' names in the tree, in the order of the configuration. */
    public List<String> valueTypeNames() {
        return valueTypes.stream().map(ValueType::name).toList();
    }

    /** How long the database may take for the first row of a query, in seconds. */
    public int queryTimeout() {
        return queryTimeout;
    }

    IniSection section() {
        return section;
    }

    String queueSql() {
        return queueSql;
    }

    Optional<String> queueMappingSql() {
        return queueMappingSql;
    }

    QueueColumns queueColumns() {
        return queueColumns;
    }

    String table() {
        return table;
    }

    List<ValueType> valueTypes() {
        return valueTypes;
    }

    TimeColumn time() {
        return time;
    }

    FileClock clock() {
        return clock;
    }

    /** Whether one query has all value types. */
    boolean together() {
        return together;
    }

    boolean pushDown() {
        return pushDown;
    }
}
