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
        count(chars, from, to);
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

    private void count(char[] chars, int from, int to) {
        int number = queues.find(chars, from, to);
        if (number < 0) {
            if (queues.size() == QUEUES) {
                return;
            }
            number = queues.add(chars, from, to);
            if (number == rowsOfQueue.length) {
                rowsOfQueue = Arrays.copyOf(rowsOfQueue, 2 * number);
            }
        }
        rowsOfQueue[number]++;
    }
}
