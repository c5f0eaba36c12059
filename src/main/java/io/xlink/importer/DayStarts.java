package io.xlink.importer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The starts of one agent on one UTC day, as they are kept: the second of the day and the activity, by time. */
final class DayStarts {
    static final long DAY = 86_400;

    private DayStarts() {}

    /** The UTC day of a second since 1970-01-01T00:00Z. */
    static long day(long second) {
        return Math.floorDiv(second, DAY);
    }

    /** @param starts activities by seconds since 1970-01-01T00:00Z, all of one day */
    static byte[] bytes(NavigableMap<Long, String> starts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (var start : starts.entrySet()) {
                out.writeInt((int) Math.floorMod(start.getKey(), DAY));
                out.writeUTF(start.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static NavigableMap<Long, String> of(long day, byte[] bytes) {
        NavigableMap<Long, String> starts = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                starts.put(day * DAY + in.readInt(), in.readUTF());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the memory of activities is damaged", e);
        }
        return starts;
    }
}
