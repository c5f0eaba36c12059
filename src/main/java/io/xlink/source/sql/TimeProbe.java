package io.xlink.source.sql;

import io.xlink.config.IniSection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Finds out how a database holds the time of a row. */
final class TimeProbe {
    private final IniSection section;
    private final String table;
    private final SqlRunner runner;
    private final Dialect dialect;

    TimeProbe(IniSection section, String table, SqlRunner runner, Dialect dialect) {
        this.section = section;
        this.table = table;
        this.runner = runner;
        this.dialect = dialect;
    }

    /** @param declared what the database says of the first of its columns */
    ProbedTime time(TimeColumn column, DeclaredColumn declared) throws SQLException, SqlSourceException {
        boolean text = dialect == Dialect.SQLITE || declared.isText();
        TimeForm form = form(column, declared, text);
        boolean dateIsText = form == TimeForm.DATE_AND_TIME && (text || column.kind() == TimeColumn.Kind.TEXT);
        boolean needsShape =
                (form == TimeForm.TEXT || dateIsText) && !column.text().hasPatterns();
        return new ProbedTime(
                column, form, dateIsText, needsShape ? Optional.of(shape(column)) : Optional.empty(), dialect);
    }

    private static TimeForm form(TimeColumn column, DeclaredColumn declared, boolean text) {
        if (column.kind() == TimeColumn.Kind.UNIX_SECONDS) {
            return TimeForm.UNIX_SECONDS;
        } else if (column.hasTwoColumns()) {
            return TimeForm.DATE_AND_TIME;
        } else if (text || column.kind() == TimeColumn.Kind.TEXT) {
            return TimeForm.TEXT;
        }
        return declared.hasZone() ? TimeForm.INSTANT : TimeForm.WALL_CLOCK;
    }

    private TextShape shape(TimeColumn column) throws SQLException, SqlSourceException {
        String time = column.bounded().text();
        Optional<String> sample = runner.first(new SqlStatement(
                "the query for how " + column.key() + " is written",
                "select " + time + " from " + table + " where (" + time + ") is not null",
                List.of(),
                List.of()));
        // Where there is nothing yet, there is nothing to bound.
        String text = sample.orElse("2000-01-01");
        Optional<TextShape> shape = TextShape.of(text);
        if (shape.isEmpty()) {
            throw SqlSourceException.of(
                    section,
                    column.key(),
                    "the text \"" + text + "\" of " + time + " does not begin with year, month and day",
                    "Write " + column.formatKey() + "= with its pattern, such as dd/mm/yyyy HH:MM:SS");
        }
        return shape.get();
    }
}
