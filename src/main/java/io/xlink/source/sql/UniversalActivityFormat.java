package io.xlink.source.sql;

import io.xlink.config.ConfigException;
import io.xlink.config.IniSection;
import io.xlink.config.keys.ActivityKeys;
import io.xlink.config.keys.Key;
import io.xlink.config.keys.SystemKeys;
import io.xlink.config.keys.UniversalActivityKeys;
import io.xlink.source.csv.ActivitySpan;
import io.xlink.source.csv.FileClock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How an external system's activities are to be read from its database: the TimeLink keys of the Universal interface
 * (specification, section 5).
 */
public final class UniversalActivityFormat {
    private final IniSection section;
    private final Optional<String> activitySql;
    private final String table;
    private final SqlExpression agent;
    private final SqlExpression activity;
    private final TimeColumn start;
    private final Optional<TimeColumn> end;
    private final Optional<SqlExpression> duration;
    private final ActivitySpan span;
    private final Set<String> logOff;
    private final int minimumDuration;
    private final FileClock clock;
    private final int queryTimeout;

    private UniversalActivityFormat(IniSection section) {
        this.section = section;
        activitySql = section.text(UniversalActivityKeys.ACTIVITY_SQL).map(SqlExpression::query);
        table = SqlExpression.required(section, UniversalActivityKeys.AGENT_ACTIVITY_TABLE)
                .text();
        agent = SqlExpression.required(section, UniversalActivityKeys.AGENT_COLUMN);
        activity = SqlExpression.required(section, UniversalActivityKeys.ACTIVITY_COLUMN);
        start = TimeColumn.of(
                section,
                UniversalActivityKeys.START_TIME_STAMP_COLUMN,
                UniversalActivityKeys.START_TIME_STAMP_TYPE,
                UniversalActivityKeys.START_TIME_STAMP_FORMAT);
        Optional<SqlExpression> length = section.text(UniversalActivityKeys.DURATION_COLUMN)
                .filter(text -> !text.equals("0"))
                .map(SqlExpression::new);
        boolean hasEnd =
                section.text(UniversalActivityKeys.END_TIME_STAMP_COLUMN).isPresent();
        span = section.text(ActivityKeys.TIME_SPAN_TYPE).isPresent()
                ? ActivitySpan.values()[Integer.parseInt(section.choice(ActivityKeys.TIME_SPAN_TYPE))]
                : length.isPresent()
                        ? ActivitySpan.START_AND_DURATION
                        : hasEnd ? ActivitySpan.START_AND_END : ActivitySpan.START_ONLY;
        require(UniversalActivityKeys.DURATION_COLUMN, span != ActivitySpan.START_AND_DURATION || length.isPresent());
        require(UniversalActivityKeys.END_TIME_STAMP_COLUMN, span != ActivitySpan.START_AND_END || hasEnd);
        duration = length.filter(l -> span == ActivitySpan.START_AND_DURATION);
        end = span == ActivitySpan.START_AND_END
                ? Optional.of(TimeColumn.of(
                        section,
                        UniversalActivityKeys.END_TIME_STAMP_COLUMN,
                        UniversalActivityKeys.END_TIME_STAMP_TYPE,
                        UniversalActivityKeys.END_TIME_STAMP_FORMAT))
                : Optional.empty();
        logOff = span == ActivitySpan.START_ONLY
                ? new HashSet<>(section.list(ActivityKeys.LOG_OFF_ACTIVITIES))
                : Set.of();
        minimumDuration = Math.max(1, section.integer(ActivityKeys.MINIMUM_ACTIVITY_DURATION));
        clock = FileClock.of(
                section.text(ActivityKeys.TIME_ZONE_TIME_LINK).orElseGet(() -> section.value(SystemKeys.TIME_ZONE)));
        queryTimeout = section.integer(SystemKeys.QUERY_TIMEOUT);
    }

    private void require(Key key, boolean present) {
        if (!present) {
            throw section.error(
                    key,
                    "has no " + key + ", which " + ActivityKeys.TIME_SPAN_TYPE + "=" + span.ordinal() + " needs",
                    "Write " + key + "= with " + key.meaning());
        }
    }

    /**
     * Reads the keys of an external system.
     *
     * @throws ConfigException when one is missing, or a value cannot be used
     */
    public static UniversalActivityFormat of(IniSection section) {
        return new UniversalActivityFormat(section);
    }

    /** The external system, by the section's name. */
    public String externalSystem() {
        return section.name();
    }

    /** How long the database may take for the first row of a query, in seconds. */
    public int queryTimeout() {
        return queryTimeout;
    }

    IniSection section() {
        return section;
    }

    /** Lists the activities; where it is missing, every activity is taken. */
    Optional<String> activitySql() {
        return activitySql;
    }

    String table() {
        return table;
    }

    SqlExpression agent() {
        return agent;
    }

    SqlExpression activity() {
        return activity;
    }

    TimeColumn start() {
        return start;
    }

    /** With {@link ActivitySpan#START_AND_END} alone. */
    Optional<TimeColumn> end() {
        return end;
    }

    /** With {@link ActivitySpan#START_AND_DURATION} alone. */
    Optional<SqlExpression> duration() {
        return duration;
    }

    ActivitySpan span() {
        return span;
    }

    /** Activities that mean logged out: they end others and are not delivered. */
    boolean isLogOff(String id) {
        return logOff.contains(id);
    }

    /** Activities that are shorter are left out; in seconds, at least 1. */
    int minimumDuration() {
        return minimumDuration;
    }

    FileClock clock() {
        return clock;
    }
}
