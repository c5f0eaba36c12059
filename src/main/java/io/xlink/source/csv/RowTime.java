package io.xlink.source.csv;

import io.xlink.source.csv.FileDay.Stretch;
import io.xlink.source.csv.LocalDays.Day;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the time of a row, from a date and a time or from a time stamp (specification, section 4). The result stays in
 * this object until the next call, because an object for each row would be garbage a moment later.
 */
final class RowTime {
    private static final BadField NOT_A_TIMESTAMP = new BadField("not a time stamp (date, T or blank, time)");
    private static final BadField BAD_OFFSET = new BadField("the offset of the time stamp is not Z or +hh:mm");
    private static final int MAX_OFFSET = 18 * 60;

    private final DateOrder order;
    private final LocalDays local;
    private final FileDays days;
    private final List<Offset> offsets = new ArrayList<>();
    private Stretch stretch;
    private int minute;
    private Day day;
    private int elapsed;

    private record Offset(int minutes, FileDays days) {}

    RowTime(FileClock clock, DateOrder order, LocalDays local) {
        this.order = order;
        this.local = local;
        this.days = new FileDays(clock, order, local);
    }

    /** The local day of the last time that was read. */
    Day day() {
        return day;
    }

    /** Minutes from the start of {@link #day} to the last time that was read. */
    int elapsed() {
        return elapsed;
    }

    FileDay date(char[] chars, int from, int to) throws BadField {
        return days.day(chars, from, to);
    }

    void time(FileDay date, char[] chars, int from, int to) throws BadField {
        set(date, TimeText.minute(chars, from, to));
    }

    void timestamp(char[] chars, int from, int to) throws BadField {
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
        int offset = offset(chars, time, to);
        int timeEnd = offset;
        while (timeEnd > time && chars[timeEnd - 1] <= ' ') {
            timeEnd--;
        }
        FileDays clock = offset == to ? days : clock(minutes(chars, offset, to));
        set(clock.day(chars, from, dateEnd), TimeText.minute(chars, time, timeEnd));
    }

    /** Moves the last time to the second pass, where the queue's rows show that a clock was set back before it. */
    void place(int queue, SecondPasses passes) {
        if (stretch.near() != null) {
            set(passes.place(queue, stretch, minute));
        }
    }

    private void set(FileDay date, int minuteOfDate) {
        minute = minuteOfDate;
        set(date.stretch(minuteOfDate));
    }

    private void set(Stretch of) {
        stretch = of;
        day = of.day();
        elapsed = minute + of.delta();
    }

    /** Where the offset begins, or {@code to} when there is none. */
    static int offset(char[] chars, int from, int to) {
        if ((chars[to - 1] | 0x20) == 'z') {
            return to - 1;
        }
        for (int i = from; i < to; i++) {
            if (chars[i] == '+' || chars[i] == '-') {
                return i;
            }
        }
        return to;
    }

    /** The minutes of {@code Z}, {@code +hh}, {@code +hhmm} or {@code +hh:mm}. */
    static int minutes(char[] chars, int from, int to) throws BadField {
        if ((chars[from] | 0x20) == 'z') {
            return 0;
        }
        int value = 0;
        int digits = 0;
        for (int i = from + 1; i < to; i++) {
            int digit = chars[i] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                digits++;
            } else if (chars[i] != ':' || digits != 2 || to - from != 6) {
                throw BAD_OFFSET;
            }
            if (digits > 4) {
                throw BAD_OFFSET;
            }
        }
        if (digits != 2 && digits != 4) {
            throw BAD_OFFSET;
        }
        int minutes = digits == 2 ? value * 60 : value / 100 * 60 + value % 100;
        if (digits == 4 && value % 100 > 59 || minutes > MAX_OFFSET) {
            throw BAD_OFFSET;
        }
        return chars[from] == '-' ? -minutes : minutes;
    }

    /** A file has one or two offsets, so that searching a list is the quickest way. */
    private FileDays clock(int minutes) {
        for (int i = 0; i < offsets.size(); i++) {
            if (offsets.get(i).minutes == minutes) {
                return offsets.get(i).days;
            }
        }
        FileDays added = new FileDays(FileClock.offset(minutes), order, local);
        offsets.add(new Offset(minutes, added));
        return added;
    }
}
