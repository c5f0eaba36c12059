package io.xlink.iwfm.protocol;

import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import io.xlink.tcp.Direction;
import io.xlink.tcp.Fate;
import io.xlink.tcp.Flow;
import io.xlink.tcp.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Imports and faults by chance, from a seed that a failing test prints. */
public final class Faults {
    public static final String SYSTEM = "CSV-Import";

    private static final LocalDate FIRST = LocalDate.of(2014, 12, 1);
    private static final int MINUTES = 15;

    private Faults() {}

    /**
     * One whole day of a queue's two value types, 192 values, each drawn anew.
     *
     * @param day counted from 2014-12-01
     */
    public static QueueImport day(RandomGenerator random, int parent, int queue, int day) {
        LocalDate date = FIRST.plusDays(day);
        List<ValueColumn> columns = new ArrayList<>();
        for (int valueType = 1; valueType <= 2; valueType++) {
            int[] starts = new int[24 * 60 / MINUTES];
            long[] values = new long[starts.length];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = Math.toIntExact(date.toEpochDay() * 1440 + (long) i * MINUTES);
                values[i] = random.nextInt(1_000_000);
            }
            columns.add(new ValueColumn(parent, queue, valueType, MINUTES, starts, values));
        }
        return new QueueImport(UUID.randomUUID(), "WFM", SYSTEM, date, columns);
    }

    /** The same content as a new import, as when an administrator drops a file once more. */
    static QueueImport again(QueueImport what) {
        return new QueueImport(UUID.randomUUID(), what.server(), what.externalSystem(), what.day(), what.columns());
    }

    /** A cut of any kind within so many bytes of either direction. */
    static Plan cut(RandomGenerator random, int bytes) {
        Direction direction = random.nextBoolean() ? Direction.TOWARDS_SERVER : Direction.TOWARDS_CLIENT;
        // What the server says is much less than what it hears.
        int reach = direction == Direction.TOWARDS_SERVER ? bytes : Math.max(1, bytes / 20);
        Flow flow = Flow.FREE.until(random.nextInt(reach), random.nextBoolean() ? Fate.RESET : Fate.FIN);
        return Plan.PASS.with(direction, flow);
    }
}
