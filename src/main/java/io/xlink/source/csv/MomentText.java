package io.xlink.source.csv;

import java.util.Arrays;

/**
 * Reads the start or the end of an activity as the file's clock shows it. The result stays in this object until the next
 * row.
 */
final class MomentText {
    /** {@link #offset} of a time that carries none. */
    static final int NO_OFFSET = Integer.MIN_VALUE;

    private static final long DAY = 86_400;
    /** Far more than the days of a sensible file; a hostile one shall not fill the memory with texts. */
    private static final int LIMIT = 20_000;

    private static final BadField NOT_A_TIMESTAMP = new BadField("not a time stamp (date, T or blank, time)");

    private final MomentColumns columns;
    private final DateOrder order;
    private final TimePattern.Values values = new TimePattern.Values();
    private NameTable dates = new NameTable();
    private long[] days = new long[64];
    private int column;
    private long shown;
    private int offset;

    MomentText(MomentColumns columns, DateOrder order) {
        this.columns = columns;
        this.order = order;
    }

    /** Seconds since 1970-01-01T00:00 of the file's clock. */
    long shown() {
        return shown;
    }

    /** Minutes to UTC that the time carries itself, or {@link #NO_OFFSET}. */
    int offset() {
        return offset;
    }

    /** Position of the column that was read last, for the reject when it cannot be. */
    int column() {
        return column;
    }

    /** Whether the row holds nothing of it. */
    boolean isEmpty(Row row) {
        for (int position : columns.columns()) {
            if (row.from(position) < row.to(position)) {
                return false;
            }
        }
        return true;
    }

    void read(Row row) throws BadField {
        char[] chars = row.chars();
        offset = NO_OFFSET;
        if (!columns.patterns().isEmpty()) {
            patterns(row);
            shown = values.day() * DAY + values.second();
            offset = values.offset();
            return;
        }
        column = columns.columns().get(0);
        if (columns.columns().size() == 1) {
            timeStamp(chars, row.from(column), row.to(column));
            return;
        }
        long day = day(chars, row.from(column), row.to(column));
        column = columns.columns().get(1);
        shown = day * DAY + TimeText.second(chars, row.from(column), row.to(column));
    }

    /** An end that may be a time of day alone: then it is the first such time from the start on. */
    void readEnd(Row row, MomentText start) throws BadField {
        if (columns.hasDate()) {
            read(row);
            return;
        }
        int second;
        if (columns.patterns().isEmpty()) {
            column = columns.columns().get(0);
            second = TimeText.second(row.chars(), row.from(column), row.to(column));
        } else {
            patterns(row);
            second = values.second();
        }
        offset = start.offset;
        shown = Math.floorDiv(start.shown, DAY) * DAY + second;
        if (shown < start.shown) {
            shown += DAY;
        }
    }

    private void patterns(Row row) throws BadField {
        values.clear();
        for (int i = 0; i < columns.columns().size(); i++) {
            column = columns.columns().get(i);
            columns.patterns().get(i).read(row.chars(), row.from(column), row.to(column), values);
        }
    }

    private void timeStamp(char[] chars, int from, int to) throws BadField {
        int dateEnd = from;
        while (dateEnd < to && chars[dateEnd] > ' ' && (chars[dateEnd] | 0x20) != 't') {
            dateEnd++;
        }
        int time = dateEnd + 1;
        while (time < to && chars[time] <= ' ') {
            time++;
        }
        if (time >= to) {
            throw NOT_A_TIMESTAMP;
        }
        int sign = RowTime.offset(chars, time, to);
        int timeEnd = sign;
        while (timeEnd > time && chars[timeEnd - 1] <= ' ') {
            timeEnd--;
        }
        if (sign < to) {
            offset = RowTime.minutes(chars, sign, to);
        }
        shown = day(chars, from, dateEnd) * DAY + TimeText.second(chars, time, timeEnd);
    }

    /** Days since 1970-01-01, computed once for each distinct text. */
    private long day(char[] chars, int from, int to) throws BadField {
        int number = dates.find(chars, from, to);
        if (number >= 0) {
            return days[number];
        }
        long day = DateText.parse(new String(chars, from, to - from), order).toEpochDay();
        if (dates.size() == LIMIT) {
            dates = new NameTable();
        }
        number = dates.add(chars, from, to);
        if (number == days.length) {
            days = Arrays.copyOf(days, 2 * number);
        }
        days[number] = day;
        return day;
    }
}
