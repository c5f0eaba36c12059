package io.xlink.source.sql;

import io.xlink.config.IniSection;
import io.xlink.config.keys.UniversalCallKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What identifies a queue in the data table (specification, section 5, {@code QueueNameColumn} and {@code QueueNameType}).
 *
 * @param expressions one for each id of a queue
 * @param numbers whether each is a number; empty where the database's declaration says it
 */
record QueueColumns(List<SqlExpression> expressions, List<Optional<Boolean>> numbers) {
    QueueColumns {
        expressions = List.copyOf(expressions);
        numbers = List.copyOf(numbers);
    }

    /** @throws io.xlink.config.ConfigException when there is none, or the types are too many or too few */
    static QueueColumns of(IniSection section) {
        List<SqlExpression> expressions = SqlExpression.list(section, UniversalCallKeys.QUEUE_NAME_COLUMN);
        List<String> types = section.list(UniversalCallKeys.QUEUE_NAME_TYPE);
        if (types.size() > 1 && types.size() != expressions.size()) {
            throw section.error(
                    UniversalCallKeys.QUEUE_NAME_TYPE,
                    types.size() + " types stand for " + expressions.size() + " columns of QueueNameColumn",
                    "Write one for all, or one for each");
        }
        List<Optional<Boolean>> numbers = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            numbers.add(
                    types.isEmpty()
                            ? Optional.empty()
                            : Optional.of(isNumber(section, types.get(types.size() == 1 ? 0 : i))));
        }
        return new QueueColumns(expressions, numbers);
    }

    private static boolean isNumber(IniSection section, String type) {
        if (!type.strip().matches("0*[01]")) {
            throw section.error(
                    UniversalCallKeys.QUEUE_NAME_TYPE,
                    "the type \"" + type + "\" is not known",
                    "Write 0 for text or 1 for a number");
        }
        return type.strip().endsWith("1");
    }

    int size() {
        return expressions.size();
    }

    /** Whether the queues of one query can be told apart by what its rows hold. */
    boolean areColumns() {
        return expressions.stream().allMatch(SqlExpression::isColumn);
    }
}
