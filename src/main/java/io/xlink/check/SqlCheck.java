package io.xlink.check;

import io.xlink.config.IniSection;
import io.xlink.config.Problem;
import io.xlink.config.SystemKind;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import io.xlink.source.jdbc.Database;
import io.xlink.source.sql.ActivityRead;
import io.xlink.source.sql.CallRead;
import io.xlink.source.sql.RanStatement;
import io.xlink.source.sql.SqlPlan;
import io.xlink.source.sql.SqlSourceException;
import io.xlink.source.sql.SqlStatement;
import io.xlink.source.sql.UniversalActivities;
import io.xlink.source.sql.UniversalActivityFormat;
import io.xlink.source.sql.UniversalCallFormat;
import io.xlink.source.sql.UniversalCalls;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Shows what a database would be asked for a day, or asks it. */
final class SqlCheck {
    private final Database database;
    private final LocalDay day;
    private final boolean explain;
    private final Consumer<Problem> problems;

    SqlCheck(Database database, LocalDay day, boolean explain, Consumer<Problem> problems) {
        this.database = database;
        this.day = day;
        this.explain = explain;
        this.problems = problems;
    }

    /**
     * @param section one without mistakes
     * @param mapped the queues that mappings name; when there are none, all queues of the tree are taken
     */
    List<SqlReport> of(IniSection section, Set<QueuePath> mapped) throws SQLException {
        List<SqlReport> reports = new ArrayList<>();
        SystemKind kind = SystemKind.of(section);
        try (Connection connection = database.connect()) {
            if (kind.hasCallsInDatabase()) {
                report(section, () -> calls(connection, section, mapped)).ifPresent(reports::add);
            }
        }
        // Another one, because some databases do nothing more in a transaction that has failed.
        try (Connection connection = database.connect()) {
            if (kind.hasActivitiesInDatabase()) {
                report(section, () -> activities(connection, section)).ifPresent(reports::add);
            }
        }
        return reports;
    }

    /** Makes a report, or finds out why it cannot. */
    @FunctionalInterface
    private interface Question {
        SqlReport ask() throws SqlSourceException;
    }

    private Optional<SqlReport> report(IniSection section, Question question) {
        try {
            return Optional.of(question.ask());
        } catch (SqlSourceException e) {
            problems.accept(e.problem());
            return Optional.empty();
        }
    }

    private SqlReport calls(Connection connection, IniSection section, Set<QueuePath> mapped)
            throws SqlSourceException {
        UniversalCalls calls = new UniversalCalls(UniversalCallFormat.of(section));
        Set<QueuePath> queues = mapped.isEmpty() ? calls.queues(connection) : mapped;
        SqlPlan plan = calls.plan(connection, day, queues);
        plan.notes().forEach(note -> warn(section, note));
        if (!explain) {
            return report(section, "call data", plan);
        }
        CallRead read = calls.read(connection, day, queues);
        if (read.unread() > 0) {
            read.notes().stream().filter(note -> !plan.notes().contains(note)).forEach(note -> warn(section, note));
        }
        return ran(section, "call data", plan, read.statements());
    }

    private SqlReport activities(Connection connection, IniSection section) throws SqlSourceException {
        UniversalActivities activities = new UniversalActivities(UniversalActivityFormat.of(section));
        SqlPlan plan = activities.plan(connection, day);
        if (!explain) {
            return report(section, "activities", plan);
        }
        ActivityRead read = activities.read(connection, day);
        read.notes().forEach(note -> warn(section, note));
        return ran(section, "activities", plan, read.statements());
    }

    private void warn(IniSection section, String note) {
        problems.accept(Problem.warning(
                section.file(), section.line(), 1, "[" + section.name() + "] " + note, "Look at the statements below"));
    }

    private SqlReport report(IniSection section, String kind, SqlPlan plan) {
        return new SqlReport(
                section.name(),
                kind,
                day.date(),
                plan.summary(),
                plan.statements().stream().map(SqlCheck::shown).toList());
    }

    private static SqlReport.Shown shown(SqlStatement statement) {
        return new SqlReport.Shown(statement, Optional.empty());
    }

    private SqlReport ran(IniSection section, String kind, SqlPlan plan, List<RanStatement> ran) {
        return new SqlReport(
                section.name(),
                kind,
                day.date(),
                plan.summary(),
                ran.stream()
                        .map(one -> new SqlReport.Shown(
                                one.statement(), Optional.of(new SqlReport.Run(one.rows(), one.millis()))))
                        .toList());
    }
}
