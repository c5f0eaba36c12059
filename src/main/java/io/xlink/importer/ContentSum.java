package io.xlink.importer;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.Import;
import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Check sums of imports: what is compared is one day of the same files with itself. Not safe for threads. */
final class ContentSum {
    private static final int START_AND_VALUE = Integer.BYTES + Long.BYTES;

    /** Kept from column to column, of which a year of a large centre has two hundred thousand. */
    private ByteBuffer bytes = ByteBuffer.allocate(4 * 1024);

    long of(Import what) {
        CRC32C sum = new CRC32C();
        if (what instanceof QueueImport calls) {
            for (ValueColumn column : calls.columns()) {
                put(column);
                sum.update(bytes.flip());
            }
        } else if (what instanceof ActivityImport activities) {
            for (ActivityColumn column : activities.columns()) {
                put(column);
                sum.update(bytes.flip());
            }
        }
        return sum.getValue();
    }

    private void put(ValueColumn column) {
        empty(4 * Integer.BYTES + column.size() * START_AND_VALUE);
        bytes.putInt(column.parent()).putInt(column.queue());
        bytes.putInt(column.valueType()).putInt(column.minutes());
        for (int i = 0; i < column.size(); i++) {
            bytes.putInt(column.start(i)).putLong(column.value(i));
        }
    }

    private void put(ActivityColumn column) {
        byte[] agent = column.agent().getBytes(StandardCharsets.UTF_8);
        byte[] activity = column.activity().getBytes(StandardCharsets.UTF_8);
        empty(2 * Integer.BYTES + agent.length + activity.length + column.size() * START_AND_VALUE);
        bytes.putInt(agent.length).put(agent).putInt(activity.length).put(activity);
        for (int i = 0; i < column.size(); i++) {
            bytes.putLong(column.start(i)).putInt(column.seconds(i));
        }
    }

    private void empty(int needed) {
        if (bytes.capacity() < needed) {
            bytes = ByteBuffer.allocate(2 * needed);
        }
        bytes.clear();
    }
}
