package io.xlink.source.sql;

import io.xlink.config.keys.UniversalCallKeys;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a database says of the data table.
 *
 * @param queueIds what each id of a queue is bound as
 * @param forms how the values of each value type are read
 * @param summable whether the database adds up all value types as we do
 */
record ProbedCalls(Dialect dialect, List<IdForm> queueIds, ProbedTime time, List<ValueForm> forms, boolean summable) {
    ProbedCalls {
        queueIds = List.copyOf(queueIds);
        forms = List.copyOf(forms);
    }

    /** Asks for no rows, only for what they would be. */
    static ProbedCalls of(UniversalCallFormat format, SqlRunner runner) throws SqlSourceException {
        QueueColumns queues = format.queueColumns();
        List<String> names = new ArrayList<>();
        if (queues.areColumns()) {
            queues.expressions().forEach(column -> names.add(column.text()));
        }
        int time = names.size();
        format.time().expressions().forEach(column -> names.add(column.text()));
        int values = names.size();
        format.valueTypes().forEach(type -> names.add(type.expression().text()));
        SqlStatement statement = new SqlStatement(
                "the query for the columns of the data table",
                "select " + String.join(", ", names) + " from " + format.table() + " where 1 = 0",
                List.of(),
                List.of());
        try {
            Dialect dialect = Dialect.of(runner.connection());
            List<DeclaredColumn> declared = runner.columns(statement);
            ProbedTime probed = new TimeProbe(format.section(), format.table(), runner, dialect)
                    .time(format.time(), declared.get(time));
            List<ValueForm> forms = new ArrayList<>();
            boolean summable = true;
            for (ValueType type : format.valueTypes()) {
                DeclaredColumn column = declared.get(values + forms.size());
                forms.add(ValueForm.of(column, type.function(), dialect));
                summable &= type.function() == ValueType.Function.COUNT || column.isSummable();
            }
            return new ProbedCalls(dialect, ids(queues, declared), probed, forms, summable);
        } catch (SQLException e) {
            throw SqlSourceException.of(format.section(), UniversalCallKeys.CALL_DATA_TABLE, statement.purpose(), e);
        }
    }

    private static List<IdForm> ids(QueueColumns queues, List<DeclaredColumn> declared) {
        List<IdForm> ids = new ArrayList<>();
        for (int i = 0; i < queues.size(); i++) {
            // What an expression is cannot be asked: it reads right only in a condition.
            Optional<DeclaredColumn> column = queues.areColumns() ? Optional.of(declared.get(i)) : Optional.empty();
            ids.add(IdForm.of(queues.numbers().get(i), column));
        }
        return ids;
    }

    /** Whether a queue has one id, and the column holds nothing but whole numbers. */
    boolean hasWholeIds() {
        boolean whole = queueIds.size() == 1 && (queueIds.get(0) == IdForm.SMALL || queueIds.get(0) == IdForm.INTEGER);
        return whole && dialect != Dialect.SQLITE;
    }

    /** Whether each id of a queue is a number. */
    List<Boolean> queueNumbers() {
        return queueIds.stream().map(IdForm::isNumber).toList();
    }
}
