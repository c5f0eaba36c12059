package io.xlink.source.csv;

import io.xlink.source.csv.Reject.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the rows that are not imported and hands a bounded number of them on. */
final class Rejections {
    /** Queues counted one by one; a wrong GroupColumn may make any number of them. */
    private static final int QUEUES = 1_000;

    /** Characters of a field that a reason quotes. */
    private static final int TEXT = 100;

    /** Broken rows that the refusal of a file quotes. */
    private static final int FIRST = 3;

    private final RejectSink sink;
    private final char separator;
    private final NameTable queues = new NameTable();
    private long[] rowsOfQueue = new long[16];
    private final List<Reject> first = new ArrayList<>(FIRST);
    /** Whether there were more queues than are counted one by one. */
    private boolean moreQueues;

    private long broken;
    private long unlisted;

    Rejections(RejectSink sink, char separator) {
        this.sink = sink;
        this.separator = separator;
    }

    /** @param column position from 0; -1 for the row as a whole */
    void broken(Row row, int column, String reason) {
        if (++broken <= RejectSink.LIMIT) {
            String text = column >= 0 && column < row.columns() ? ": " + quoted(row, column) : "";
            Reject reject = new Reject(Kind.BROKEN, row.line(), column + 1, reason + text, row.original(separator));
            if (first.size() < FIRST) {
                first.add(reject);
            }
            sink.reject(reject);
        }
    }

    /**
     * @param column position from 0 of the name that is not listed
     * @param chars the characters in which the queue's whole name stands
     * @param list the key that does not list it
     */
    void unlisted(Row row, int column, char[] chars, int from, int to, String list) {
        count(chars, from, to, 1);
        if (++unlisted <= RejectSink.LIMIT) {
            String reason = "not listed in " + list + ": " + quoted(row, column);
            sink.reject(new Reject(Kind.UNLISTED, row.line(), column + 1, reason, row.original(separator)));
        }
    }

    /** Tells the sink how many rows it was not given. */
    void finish() {
        if (broken > RejectSink.LIMIT) {
            sink.omitted(Kind.BROKEN, broken - RejectSink.LIMIT);
        }
        if (unlisted > RejectSink.LIMIT) {
            sink.omitted(Kind.UNLISTED, unlisted - RejectSink.LIMIT);
        }
    }

    long broken() {
        return broken;
    }

    /** The first broken rows, at most three. */
    List<Reject> firstBroken() {
        return List.copyOf(first);
    }

    long unlisted() {
        return unlisted;
    }

    Map<String, Long> unlistedQueues() {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (int i = 0; i < queues.size(); i++) {
            rows.put(queues.name(i), rowsOfQueue[i]);
        }
        return rows;
    }

    /** A reason is to be read at a glance; the whole field stands in the original row. */
    static String quoted(Row row, int column) {
        String text = row.text(column);
        return '"' + (text.length() <= TEXT ? text : text.substring(0, TEXT) + "...") + '"';
    }

    /**
     * Adds the counts of a later part of the file, whose rows have been handed on.
     *
     * @param line what must be added to the lines of the other part
     * @return false when the other part did not count all its queues, so that nothing can be said about them
     */
    boolean merge(Rejections other, long line) {
        for (Reject reject : other.first.subList(0, Math.min(other.first.size(), FIRST - first.size()))) {
            first.add(reject.movedBy(line));
        }
        broken += other.broken;
        unlisted += other.unlisted;
        for (int i = 0; i < other.queues.size(); i++) {
            char[] name = other.queues.name(i).toCharArray();
            count(name, 0, name.length, other.rowsOfQueue[i]);
        }
        return !other.moreQueues;
    }

    private void count(char[] chars, int from, int to, long rows) {
        int number = queues.find(chars, from, to);
        if (number < 0) {
            if (queues.size() == QUEUES) {
                moreQueues = true;
                return;
            }
            number = queues.add(chars, from, to);
            if (number == rowsOfQueue.length) {
                rowsOfQueue = Arrays.copyOf(rowsOfQueue, 2 * number);
            }
        }
        rowsOfQueue[number] += rows;
    }
}
