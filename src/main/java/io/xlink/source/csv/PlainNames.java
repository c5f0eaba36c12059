package io.xlink.source.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What {@link CallRows} made of the queues and dates of a file, by their bytes.
 */
final class PlainNames {
    private static final int MOST_GROUPS = 100_000;
    private static final int MOST_DATES = 20_000;

    private final CallRows rows;
    private final int group;
    private final int subGroup;
    private final int date;
    private final int timestamp;
    /** The groups, once for each byte that may end them; the same of the sub groups. */
    private final List<ByteNames> groups = new ArrayList<>();

    private final List<ByteNames> subGroups = new ArrayList<>();
    /** The texts of dates, once for each byte that may end them. */
    private final List<ByteNames> dateTexts = new ArrayList<>();

    private int groupCount;
    private int subGroupCount;
    /** By group and sub group the number of the queue plus 1; 0 where none is known. */
    private int[][] queues = new int[64][1];

    private FileDay[] dates = new FileDay[64];
    private int dateCount;

    PlainNames(CallRows rows, CallColumns columns) {
        this.rows = rows;
        this.group = columns.group();
        this.subGroup = columns.subGroup();
        this.date = columns.date();
        this.timestamp = columns.timestamp();
    }

    /** The groups that end at a byte; their numbers are those of the queues when there are no sub groups. */
    ByteNames groups(byte end) {
        return added(groups, new ByteNames(end, MOST_GROUPS));
    }

    /** The sub groups that end at a byte. */
    ByteNames subGroups(byte end) {
        return added(subGroups, new ByteNames(end, MOST_GROUPS));
    }

    /** The texts of dates that end at a byte. */
    ByteNames dateTexts(byte end) {
        return added(dateTexts, new ByteNames(end, MOST_DATES));
    }

    private static ByteNames added(List<ByteNames> list, ByteNames names) {
        list.add(names);
        return names;
    }

    FileDay date(int number) {
        return dates[number];
    }

    /** The number of a queue with sub group, or of the only queue; below 0 when it is not known yet. */
    int queue(int groupNumber, int subGroupNumber) {
        if (groupNumber < 0 || subGroupNumber < 0 || groupNumber >= queues.length) {
            return -1;
        }
        int[] bySubGroup = queues[groupNumber];
        return subGroupNumber < bySubGroup.length ? bySubGroup[subGroupNumber] - 1 : -1;
    }

    /** Remembers what became of a row that {@link CallRows} has just taken. */
    void learn(byte[] bytes, Row row, QuotedLines lines) {
        if (rows.queue() >= 0) {
            learnQueue(bytes, lines, rows.queue());
        }
        int column = timestamp < 0 ? date : timestamp;
        if (column < row.columns()) {
            learnDate(bytes, row, lines, column);
        }
    }

    private void learnQueue(byte[] bytes, QuotedLines lines, int queue) {
        if (group >= 0 && subGroup < 0) {
            number(groups, queue, bytes, lines, group);
            return;
        }
        int groupNumber = 0;
        if (group >= 0) {
            groupNumber = number(groups, groupCount, bytes, lines, group);
            groupCount = Math.max(groupCount, groupNumber + 1);
        }
        int subGroupNumber = 0;
        if (subGroup >= 0) {
            subGroupNumber = number(subGroups, subGroupCount, bytes, lines, subGroup);
            subGroupCount = Math.max(subGroupCount, subGroupNumber + 1);
        }
        if (groupNumber < 0 || subGroupNumber < 0) {
            return;
        }
        if (groupNumber >= queues.length) {
            int known = queues.length;
            queues = Arrays.copyOf(queues, 2 * groupNumber);
            Arrays.fill(queues, known, queues.length, new int[1]);
        }
        if (subGroupNumber >= queues[groupNumber].length || queues[groupNumber][subGroupNumber] == 0) {
            // Copied even when it is long enough: those without a queue are one array.
            int length = Math.max(queues[groupNumber].length, subGroupNumber + 1);
            queues[groupNumber] = Arrays.copyOf(queues[groupNumber], length);
            queues[groupNumber][subGroupNumber] = queue + 1;
        }
    }

    /** The number of a field's bytes, the next one when they are new, or a number below 0 when they cannot be kept. */
    private static int number(List<ByteNames> names, int next, byte[] bytes, QuotedLines lines, int column) {
        int from = lines.from(column);
        int to = lines.to(column);
        if (from == QuotedLines.ELSEWHERE) {
            return ByteNames.ABSENT;
        }
        int known = names.get(0).number(bytes, from, to);
        if (known >= 0) {
            return known;
        }
        boolean kept = true;
        for (ByteNames one : names) {
            kept = one.add(bytes, from, to, next);
        }
        return kept ? next : known;
    }

    private void learnDate(byte[] bytes, Row row, QuotedLines lines, int column) {
        char[] chars = row.chars();
        int begin = row.from(column);
        int end = begin;
        while (end < row.to(column) && (timestamp < 0 || chars[end] > ' ' && (chars[end] | 0x20) != 't')) {
            end++;
        }
        int from = lines.from(column);
        if (from == QuotedLines.ELSEWHERE) {
            return;
        }
        // Dates are digits and dots; anything else, blanks around them included, is not worth being remembered.
        for (int i = begin; i < end; i++) {
            if (chars[i] >= 128 || bytes[from + i - begin] != chars[i]) {
                return;
            }
        }
        int to = from + end - begin;
        if (dateCount == MOST_DATES || dateTexts.get(0).number(bytes, from, to) >= 0) {
            return;
        }
        try {
            FileDay day = rows.time().date(chars, begin, end);
            for (ByteNames texts : dateTexts) {
                texts.add(bytes, from, to, dateCount);
            }
            if (dateCount == dates.length) {
                dates = Arrays.copyOf(dates, 2 * dateCount);
            }
            dates[dateCount++] = day;
        } catch (BadField e) {
            // The row was rejected for it, as every other one with this date will be.
            return;
        }
    }
}
