package io.xlink.server;

import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The replacement rule in its plainest form: every minute of time knows the interval that it belongs to. */
final class NaiveStore {
    /** One exported line. */
    record Line(int parent, int queue, int valueType, int start, int minutes, long value) {}

    private record Key(int parent, int queue, int valueType) implements Comparable<Key> {
        @Override
        public int compareTo(Key o) {
            int byParent = Integer.compare(parent, o.parent);
            int byQueue = Integer.compare(queue, o.queue);
            return byParent != 0 ? byParent : byQueue != 0 ? byQueue : Integer.compare(valueType, o.valueType);
        }
    }

    private final Map<Key, TreeMap<Integer, Line>> minutes = new TreeMap<>();

    void store(QueueImport queueImport) {
        queueImport.columns().forEach(this::store);
    }

    private void store(ValueColumn column) {
        Key key = new Key(column.parent(), column.queue(), column.valueType());
        TreeMap<Integer, Line> held = minutes.computeIfAbsent(key, k -> new TreeMap<>());
        for (int i = 0; i < column.size(); i++) {
            Line line =
                    new Line(key.parent, key.queue, key.valueType, column.start(i), column.minutes(), column.value(i));
            for (int minute = line.start; minute < line.start + line.minutes; minute++) {
                Line old = held.get(minute);
                if (old != null) {
                    for (int gone = old.start; gone < old.start + old.minutes; gone++) {
                        held.remove(gone);
                    }
                }
            }
            for (int minute = line.start; minute < line.start + line.minutes; minute++) {
                held.put(minute, line);
            }
        }
    }

    /** All lines in an export's order whose interval begins within the range. */
    List<Line> export(int from, int to) {
        Set<Line> lines = new LinkedHashSet<>();
        minutes.values().forEach(held -> lines.addAll(held.values()));
        return lines.stream()
                .filter(line -> line.start >= from && line.start < to)
                .toList();
    }

    /** The lines of columns as they were exported. */
    static List<Line> lines(List<ValueColumn> columns) {
        List<Line> lines = new ArrayList<>();
        for (ValueColumn column : columns) {
            for (int i = 0; i < column.size(); i++) {
                lines.add(new Line(
                        column.parent(),
                        column.queue(),
                        column.valueType(),
                        column.start(i),
                        column.minutes(),
                        column.value(i)));
            }
        }
        return lines;
    }
}
