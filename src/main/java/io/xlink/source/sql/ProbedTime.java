package io.xlink.source.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The time of a row, when it is known how the database holds it.
 *
 * @param column as configured
 * @param form how the database holds it
 * @param dateIsText with date and time in two columns, whether the date is text
 * @param shape how text that begins with the year is written; empty for all other forms
 */
record ProbedTime(TimeColumn column, TimeForm form, boolean dateIsText, Optional<TextShape> shape, Dialect dialect) {

    /**
     * Whether the database is asked for seconds since 1970 instead of the date and time: PostgreSQL says them sooner than
     * its drivers read a date, and one of them loses the zone.
     */
    boolean isAskedInSeconds() {
        return dialect == Dialect.POSTGRESQL && (form == TimeForm.INSTANT || form == TimeForm.WALL_CLOCK);
    }

    private String bounded() {
        return column.bounded().isColumn()
                ? column.bounded().text()
                : "(" + column.bounded().text() + ")";
    }

    /** What a list of columns has of it: one, or two. */
    List<String> selected() {
        if (isAskedInSeconds()) {
            return List.of("cast(floor(date_part('epoch', " + bounded() + ")) as bigint)");
        }
        return column.expressions().stream().map(SqlExpression::text).toList();
    }

    /** The number of the interval of a row; empty when that cannot be left to the database. */
    Optional<Condition> bucket(DayWindow window, int seconds) {
        boolean exact = form == TimeForm.UNIX_SECONDS || form == TimeForm.INSTANT || window.isEven();
        Object from = from(window);
        return exact
                ? dialect.bucket(form, bounded(), seconds).map(text -> Condition.of(text, from))
                : Optional.empty();
    }

    private Object from(DayWindow window) {
        return switch (form) {
            case UNIX_SECONDS -> window.start() - window.shift();
            case INSTANT -> instant(window.start() - window.shift());
            default -> window.shownFrom();
        };
    }

    /** As text for PostgreSQL, which makes a moment of it whatever its driver knows of zones. */
    private Object instant(long epoch) {
        Instant moment = Instant.ofEpochSecond(epoch);
        return dialect == Dialect.POSTGRESQL ? moment.toString() : moment.atOffset(ZoneOffset.UTC);
    }

    /** What bounds the rows to those of a window; a few others may come, too. */
    Condition within(DayWindow window) {
        String time = bounded();
        return switch (form) {
            case WALL_CLOCK -> range(time, window.shownFrom(), window.shownTo());
            case UNIX_SECONDS -> range(time, window.start() - window.shift(), window.end() - window.shift());
            case INSTANT -> moments(time, window);
            case TEXT -> text(time, window);
            case DATE_AND_TIME ->
                dateIsText
                        ? text(time, window)
                        : range(time, first(window), last(window).plusDays(1));
        };
    }

    private Condition moments(String time, DayWindow window) {
        String moment = dialect == Dialect.POSTGRESQL ? "cast(? as timestamptz)" : "?";
        return Condition.of(
                time + " >= " + moment + " and " + time + " < " + moment,
                instant(window.start() - window.shift()),
                instant(window.end() - window.shift()));
    }

    private static Condition range(String time, Object from, Object to) {
        return Condition.of(time + " >= ? and " + time + " < ?", from, to);
    }

    private LocalDate first(DayWindow window) {
        LocalDate first = window.shownFrom().toLocalDate();
        return shape.filter(TextShape::offset).isPresent() ? first.minusDays(1) : first;
    }

    private LocalDate last(DayWindow window) {
        LocalDate last = window.shownTo().minusNanos(1).toLocalDate();
        return shape.filter(TextShape::offset).isPresent() ? last.plusDays(1) : last;
    }

    private Condition text(String time, DayWindow window) {
        if (shape.isPresent()) {
            return range(
                    time,
                    shape.get().date(first(window)),
                    shape.get().date(last(window).plusDays(1)));
        }
        List<Object> likes = new ArrayList<>();
        for (LocalDate day = first(window); !day.isAfter(last(window)); day = day.plusDays(1)) {
            likes.addAll(column.text().like(day));
        }
        return new Condition(
                Collections.nCopies(likes.size(), time + " like ?").stream()
                        .collect(Collectors.joining(" or ", "(", ")")),
                likes);
    }
}
