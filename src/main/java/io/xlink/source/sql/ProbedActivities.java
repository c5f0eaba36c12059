package io.xlink.source.sql;

import io.xlink.config.keys.UniversalActivityKeys;
import io.xlink.source.sql.ValueType.Function;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a database says of the table of activities.
 *
 * @param duration how the duration is read, where there is one
 */
record ProbedActivities(ProbedTime start, Optional<ProbedTime> end, Optional<ValueForm> duration) {

    /** Asks for no rows, only for what they would be. */
    static ProbedActivities of(UniversalActivityFormat format, SqlRunner runner) throws SqlSourceException {
        List<String> names =
                new ArrayList<>(List.of(format.agent().text(), format.activity().text()));
        int start = names.size();
        format.start().expressions().forEach(column -> names.add(column.text()));
        int last = names.size();
        format.end().ifPresent(time -> time.expressions().forEach(column -> names.add(column.text())));
        format.duration().ifPresent(length -> names.add(length.text()));
        SqlStatement statement = new SqlStatement(
                "the query for the columns of the table of activities",
                "select " + String.join(", ", names) + " from " + format.table() + " where 1 = 0",
                List.of(),
                List.of());
        try {
            Dialect dialect = Dialect.of(runner.connection());
            List<DeclaredColumn> declared = runner.columns(statement);
            TimeProbe probe = new TimeProbe(format.section(), format.table(), runner, dialect);
            ProbedTime begin = probe.time(format.start(), declared.get(start));
            Optional<ProbedTime> end = format.end().isPresent()
                    ? Optional.of(probe.time(format.end().get(), declared.get(last)))
                    : Optional.empty();
            Optional<ValueForm> length =
                    format.duration().map(l -> ValueForm.of(declared.get(last), Function.SUM, dialect));
            return new ProbedActivities(begin, end, length);
        } catch (SQLException e) {
            throw SqlSourceException.of(
                    format.section(), UniversalActivityKeys.AGENT_ACTIVITY_TABLE, statement.purpose(), e);
        }
    }

    /** The query for the activities that began within a window. */
    SqlStatement query(UniversalActivityFormat format, DayWindow window) {
        List<String> names =
                new ArrayList<>(List.of(format.agent().text(), format.activity().text()));
        names.addAll(start.selected());
        end.ifPresent(time -> names.addAll(time.selected()));
        format.duration().ifPresent(length -> names.add(length.text()));
        Condition within = start.within(window);
        return new SqlStatement(
                "the query for activities",
                "select " + String.join(", ", names) + " from " + format.table() + " where " + within.text(),
                within.parameters(),
                List.of());
    }
}
