package io.xlink.bench;

import io.xlink.model.Catalogue;
import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The data of the benchmarks: imports of one day each, of 200 queues with 3 value types and 96 intervals. */
final class BenchDays {
    static final int QUEUES = 200;
    static final int VALUE_TYPES = 3;
    static final int INTERVALS = 96;
    static final int VALUES = QUEUES * VALUE_TYPES * INTERVALS;
    static final LocalDate FIRST = LocalDate.of(2014, 1, 1);

    private BenchDays() {}

    /** An import with a new id. */
    static QueueImport day(int day, int pass) {
        return new QueueImport(UUID.randomUUID(), "WFM", "ACD", FIRST.plusDays(day), columns(day, pass));
    }

    /** Figures as a contact centre has them: tens of calls, handling times of minutes, in hundredths. */
    static List<ValueColumn> columns(int day, int pass) {
        int midnight = ((int) FIRST.toEpochDay() + day) * 1440;
        int[] starts = IntStream.range(0, INTERVALS).map(i -> midnight + i * 15).toArray();
        List<ValueColumn> columns = new ArrayList<>(QUEUES * VALUE_TYPES);
        for (int queue = 1; queue <= QUEUES; queue++) {
            for (int type = 1; type <= VALUE_TYPES; type++) {
                long[] values = new long[INTERVALS];
                for (int i = 0; i < INTERVALS; i++) {
                    int mixed = (queue * 31 + type * 17 + i * 7 + day * 13 + pass * 5) & 63;
                    values[i] = type < VALUE_TYPES ? mixed * 100 : (180 + mixed) * 100 + mixed;
                }
                columns.add(new ValueColumn(0, queue, type, 15, starts, values));
            }
        }
        return columns;
    }

    /** What a server must know to accept them. */
    static Catalogue catalogue() {
        return new Catalogue(
                "WFM",
                IntStream.rangeClosed(1, QUEUES)
                        .mapToObj(id -> new Catalogue.Queue(id, 0, "Queue " + id))
                        .toList(),
                IntStream.rangeClosed(1, VALUE_TYPES)
                        .mapToObj(id -> new Catalogue.ValueType(id, "Type " + id))
                        .toList(),
                List.of("ACD"),
                List.of(),
                List.of(),
                true);
    }
}
