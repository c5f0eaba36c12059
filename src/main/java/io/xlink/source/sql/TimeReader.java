package io.xlink.source.sql;

import io.xlink.source.csv.TimeStampText;
import io.xlink.source.csv.TimeStampText.NotATimeException;
import io.xlink.source.csv.TimeStampText.Shown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.TimeZone;

/** Reads the time of rows, in seconds since 1970-01-01T00:00Z. */
final class TimeReader {
    /** What a row without a time has. */
    static final long NONE = Long.MIN_VALUE;

    private final ProbedTime time;
    private final DayWindow window;
    private final TimeStampText text;
    /** A time is asked for in UTC, which skips none, and is then what the database shows. */
    private final Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));

    TimeReader(ProbedTime time, DayWindow window) {
        this.time = time;
        this.window = window;
        this.text = time.column().text();
    }

    /**
     * @param column of the result, from 1
     * @throws NotATimeException when the row holds something else
     */
    long read(ResultSet row, int column) throws SQLException, NotATimeException {
        if (time.isAskedInSeconds()) {
            long seconds = row.getLong(column);
            if (seconds == 0 && row.wasNull()) {
                return NONE;
            }
            return time.form() == TimeForm.INSTANT ? seconds + window.shift() : window.epoch(seconds);
        }
        return switch (time.form()) {
            case UNIX_SECONDS -> unixSeconds(row, column);
            case WALL_CLOCK -> wallClock(row, column);
            case INSTANT -> instant(row, column);
            case DATE_AND_TIME -> dateAndTime(row, column);
            default -> text(row.getString(column));
        };
    }

    private long unixSeconds(ResultSet row, int column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? NONE : (long) Math.floor(seconds) + window.shift();
    }

    private long wallClock(ResultSet row, int column) throws SQLException {
        if (time.dialect() == Dialect.OTHER) {
            Timestamp shown = row.getTimestamp(column, utc);
            return shown == null ? NONE : window.epoch(Math.floorDiv(shown.getTime(), 1000L));
        }
        LocalDateTime shown = row.getObject(column, LocalDateTime.class);
        return shown == null ? NONE : window.epoch(shown);
    }

    private long instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? NONE : moment.toEpochSecond() + window.shift();
    }

    private long text(String value) throws NotATimeException {
        return value == null ? NONE : epoch(text.read(value));
    }

    private long dateAndTime(ResultSet row, int column) throws SQLException, NotATimeException {
        String date = row.getString(column);
        String timeOfDay = row.getString(column + 1);
        return date == null || timeOfDay == null ? NONE : epoch(text.read(date, timeOfDay));
    }

    private long epoch(Shown shown) {
        return shown.offset().isPresent()
                ? shown.shown() - 60L * shown.offset().getAsInt() + window.shift()
                : window.epoch(shown.shown());
    }
}
