package io.xlink.importer;

import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an import of call data would change; the server's columns are handed in one by one. */
final class CallDifference {
    private static final int SECONDS = 60;

    private final QueueImport calls;
    private final ZoneId zone;
    private final Map<Key, ValueColumn> columns = new HashMap<>();
    private final Map<Key, BitSet> found = new HashMap<>();
    private final List<String> samples = new ArrayList<>();
    private long same;
    private long changed;
    private long added;
    private long zeroed;

    private record Key(int parent, int queue, int valueType) {
        static Key of(ValueColumn column) {
            return new Key(column.parent(), column.queue(), column.valueType());
        }
    }

    /** @param zone the zone in which times are told */
    CallDifference(QueueImport calls, ZoneId zone) {
        this.calls = calls;
        this.zone = zone;
        for (ValueColumn column : calls.columns()) {
            columns.put(Key.of(column), column);
            found.put(Key.of(column), new BitSet(column.size()));
        }
    }

    /** The server holds these values; those of other queues and value types do not matter. */
    void held(ValueColumn held) {
        ValueColumn column = columns.get(Key.of(held));
        if (column == null) {
            return;
        }
        BitSet seen = found.get(Key.of(held));
        int at = 0;
        for (int i = 0; i < held.size(); i++) {
            while (at < column.size() && column.start(at) < held.start(i)) {
                at++;
            }
            if (at < column.size() && column.start(at) == held.start(i)) {
                seen.set(at);
                compare(column, at, held.value(i));
            }
        }
    }

    private void compare(ValueColumn column, int at, long held) {
        long value = column.value(at);
        if (value == held) {
            same++;
            return;
        }
        changed++;
        if (value == 0) {
            zeroed++;
        }
        sample(column, at, decimal(held) + " -> " + decimal(value));
    }

    private void sample(ValueColumn column, int at, String change) {
        if (samples.size() < Difference.MOST_SAMPLES) {
            samples.add(column.parent() + ":" + column.queue() + ":" + column.valueType() + " at "
                    + Instant.ofEpochSecond((long) column.start(at) * SECONDS)
                            .atZone(zone)
                            .toLocalDateTime() + ": " + change);
        }
    }

    private static String decimal(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    /** When everything that the server holds of the day was handed in. */
    Difference result() {
        for (ValueColumn column : calls.columns()) {
            BitSet seen = found.get(Key.of(column));
            for (int at = seen.nextClearBit(0); at < column.size(); at = seen.nextClearBit(at + 1)) {
                added++;
                sample(column, at, "new, " + decimal(column.value(at)));
            }
        }
        return new Difference(calls.server(), calls.day(), "values", same, changed, added, 0, zeroed, samples);
    }
}
