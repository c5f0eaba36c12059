package io.xlink.cli;

import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.LocalDay;
import io.xlink.model.ValueColumn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads a server's call data slice by slice, each value once, sorted by parent, queue, value type and start. */
final class CallDataExport {
    private final ServerConnection server;

    CallDataExport(ServerConnection server) {
        this.server = server;
    }

    /** One interval value; {@code start} in minutes since 1970-01-01T00:00Z, {@code value} in hundredths. */
    record Row(int parent, int queue, int valueType, int start, int minutes, long value) {}

    /** Takes rows as they come. */
    interface Sink {
        void row(Row row) throws Exception;
    }

    /** All values of the local days from {@code from} to {@code to}, both inclusive. */
    void read(LocalDate from, LocalDate to, ZoneId zone, Sink sink) throws Exception {
        int first = new LocalDay(from, zone).startEpochMinute();
        int end = new LocalDay(to.plusDays(1), zone).startEpochMinute();
        String cursor = "";
        do {
            ExportSlice slice = server.export(new ExportQuery(first, end, cursor));
            write(slice.columns(), sink);
            cursor = slice.next();
        } while (!cursor.isEmpty());
    }

    /** Intervals of different lengths come in columns of their own; together they are in order of time. */
    private static void write(List<ValueColumn> columns, Sink sink) throws Exception {
        for (int begin = 0; begin < columns.size(); ) {
            int end = begin + 1;
            while (end < columns.size() && sameSeries(columns.get(begin), columns.get(end))) {
                end++;
            }
            List<Row> rows = new ArrayList<>();
            columns.subList(begin, end).forEach(column -> addRows(column, rows));
            rows.sort(Comparator.comparingInt(Row::start).thenComparingInt(Row::minutes));
            for (Row row : rows) {
                sink.row(row);
            }
            begin = end;
        }
    }

    private static boolean sameSeries(ValueColumn one, ValueColumn other) {
        return one.parent() == other.parent() && one.queue() == other.queue() && one.valueType() == other.valueType();
    }

    private static void addRows(ValueColumn column, List<Row> rows) {
        for (int i = 0; i < column.size(); i++) {
            rows.add(new Row(
                    column.parent(),
                    column.queue(),
                    column.valueType(),
                    column.start(i),
                    column.minutes(),
                    column.value(i)));
        }
    }
}
