package io.xlink.source.sql;

import io.xlink.config.keys.UniversalActivityKeys;
import io.xlink.model.LocalDay;
import io.xlink.source.csv.ActivitySpan;
import io.xlink.source.csv.AgentActivities;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Activities of an external system's agents in a database, TimeLink (specification, section 5). A day is always read as a whole. Where
 * only starts are known, the day before it is read again with it, because its last activities may have ended since; and
 * an activity that has no end by the end of the day after its start is left out until it has.
 */
public final class UniversalActivities {
    private final UniversalActivityFormat format;

    public UniversalActivities(UniversalActivityFormat format) {
        this.format = format;
    }

    /** The activities of the tree, names by id, in the order of the database; empty without {@code ActivitySQL}. */
    public Map<String, String> activities(Connection connection) throws SqlSourceException {
        return activities(runner(connection)).orElse(Map.of());
    }

    /** Every statement that {@link #read} would run, in their order; those that decide about the others run. */
    public SqlPlan plan(Connection connection, LocalDay day) throws SqlSourceException {
        SqlRunner runner = runner(connection);
        activities(runner);
        ProbedActivities probed = ProbedActivities.of(format, runner);
        List<SqlStatement> statements = new ArrayList<>(
                runner.ran().stream().map(RanStatement::statement).toList());
        statements.add(probed.query(format, asked(days(day))));
        return new SqlPlan(statements, "each row is an activity", List.of());
    }

    /**
     * Reads a day.
     *
     * @param connection one that streams results; it is not closed
     * @throws SqlSourceException when the database refuses something or goes away; then nothing was read
     */
    public ActivityRead read(Connection connection, LocalDay day) throws SqlSourceException {
        SqlRunner runner = runner(connection);
        List<LocalDay> days = days(day);
        DayWindow asked = asked(days);
        DayWindow delivered = DayWindow.of(days.get(0), day, format.clock());
        Optional<Set<String>> listed = activities(runner).map(Map::keySet);
        ProbedActivities probed = ProbedActivities.of(format, runner);
        UnreadRows unread = new UnreadRows();
        ActivityRowReader reader = new ActivityRowReader(format, probed, asked, delivered, listed, unread);
        SqlStatement statement = probed.query(format, asked);
        long[] rows = new long[1];
        try {
            runner.run(statement, result -> {
                long read = reader.read(result);
                rows[0] += read;
                return read;
            });
        } catch (SQLException e) {
            throw SqlSourceException.of(
                    format.section(), UniversalActivityKeys.AGENT_ACTIVITY_TABLE, statement.purpose(), e);
        }
        AgentActivities activities = reader.finish();
        if (activities.size() == 0 && unread.count() > 0) {
            throw SqlSourceException.of(
                    format.section(),
                    UniversalActivityKeys.AGENT_ACTIVITY_TABLE,
                    "none of the " + unread.count() + " rows of " + day.date() + " could be read, first because "
                            + unread.notes().get(0),
                    "Correct the type and format of the start and the end, or ActivityDurationColumn");
        }
        return new ActivityRead(
                days,
                activities,
                runner.ran(),
                rows[0],
                reader.leftOut(),
                reader.unlisted(),
                unread.count(),
                unread.notes());
    }

    private List<LocalDay> days(LocalDay day) {
        return format.span() == ActivitySpan.START_ONLY
                ? List.of(new LocalDay(day.date().minusDays(1), day.zone()), day)
                : List.of(day);
    }

    /** With starts alone, the rows of the day after are needed for their ends. */
    private DayWindow asked(List<LocalDay> days) {
        LocalDay last = days.get(days.size() - 1);
        return DayWindow.of(days.get(0), format.span() == ActivitySpan.START_ONLY ? last.next() : last, format.clock());
    }

    private SqlRunner runner(Connection connection) throws SqlSourceException {
        try {
            return new SqlRunner(connection, format.queryTimeout());
        } catch (SQLException e) {
            throw SqlSourceException.of(
                    format.section(),
                    UniversalActivityKeys.AGENT_ACTIVITY_TABLE,
                    "the question what database it is",
                    e);
        }
    }

    /** Names by id: the first column is the name, the second one the id. */
    private Optional<Map<String, String>> activities(SqlRunner runner) throws SqlSourceException {
        if (format.activitySql().isEmpty()) {
            return Optional.empty();
        }
        SqlStatement statement = new SqlStatement(
                "the query for the list of activities", format.activitySql().get(), List.of(), List.of());
        Map<String, String> activities = new LinkedHashMap<>();
        try {
            runner.runWhole(statement, rows -> {
                int id = Math.min(2, rows.getMetaData().getColumnCount());
                while (rows.next()) {
                    String text = rows.getString(id);
                    String name = rows.getString(1);
                    if (text != null) {
                        activities.put(text.strip(), name == null ? "" : name.strip());
                    }
                }
                return activities.size();
            });
        } catch (SQLException e) {
            throw SqlSourceException.of(format.section(), UniversalActivityKeys.ACTIVITY_SQL, statement.purpose(), e);
        }
        return Optional.of(activities);
    }
}
