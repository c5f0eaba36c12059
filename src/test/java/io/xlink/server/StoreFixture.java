package io.xlink.server;

import io.xlink.model.Catalogue;
import io.xlink.model.Catalogue.Queue;
import io.xlink.model.Catalogue.ValueType;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A small catalogue and shorthand for imports and exports. */
final class StoreFixture {
    static final LocalDate DAY = LocalDate.of(2014, 12, 23);
    static final int MIDNIGHT = (int) DAY.toEpochDay() * 1440;

    /** Numeric order differs from alphabetic order, and the queue with the highest id stands at the top. */
    static final Catalogue CATALOGUE = new Catalogue(
            "WFM",
            List.of(
                    new Queue(1, 0, "Hotline"),
                    new Queue(9, 1, "Nine"),
                    new Queue(1002, 1, "Hotline DE"),
                    new Queue(2000, 0, "Sales"),
                    new Queue(10, 2000, "Ten")),
            List.of(new ValueType(2, "Handled"), new ValueType(10, "AHT")),
            List.of("ACD"),
            List.of(),
            List.of(),
            true);

    private StoreFixture() {}

    static QueueImport queueImport(ValueColumn... columns) {
        return queueImport(DAY, columns);
    }

    static QueueImport queueImport(LocalDate day, ValueColumn... columns) {
        return new QueueImport(UUID.randomUUID(), "WFM", "ACD", day, List.of(columns));
    }

    /** Values of queue 1002, value type 2, in intervals that follow each other. */
    static ValueColumn hotline(int start, int minutes, long... values) {
        return column(1, 1002, 2, start, minutes, values);
    }

    static ValueColumn column(int parent, int queue, int valueType, int start, int minutes, long... values) {
        int[] starts = new int[values.length];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start + i * minutes;
        }
        return new ValueColumn(parent, queue, valueType, minutes, starts, values);
    }

    /** Every column of an export, slice after slice. */
    static List<ValueColumn> export(ServerStore store, int from, int to) {
        List<ValueColumn> columns = new ArrayList<>();
        String cursor = "";
        do {
            ExportSlice slice = store.export(new ExportQuery(from, to, cursor));
            columns.addAll(slice.columns());
            cursor = slice.next();
        } while (!cursor.isEmpty());
        return columns;
    }

    static List<ValueColumn> exportAll(ServerStore store) {
        return export(store, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
