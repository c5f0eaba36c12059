package io.xlink.source.csv;

import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import io.xlink.source.csv.CallTotals.Page;
import io.xlink.source.csv.CallTotals.Shape;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The stored form of {@link CallTotals}: a version, what the totals are of, and each page with the intervals that it has.
 * Sums are ints; those of an interval whose number n is written as -1 - n are doubles.
 */
final class CallTotalsForm {
    private static final int VERSION = 1;
    private static final int MOST_NAMES = 1 << 16;
    private static final int LONGEST_NAME = 1 << 24;

    private CallTotalsForm() {}

    static void write(Shape shape, List<Page> pages, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeShort(shape.interval());
        writeNames(shape.valueTypes(), out);
        out.writeShort(shape.aht());
        writeName(shape.zone().getId(), out);
        out.writeInt(pages.size());
        int stride = CallSums.stride(shape.valueTypes().size(), shape.aht());
        for (Page page : pages) {
            writeNames(page.queue().parts(), out);
            out.writeLong(page.day().date().toEpochDay());
            writeSums(page.sums(), stride, out);
        }
    }

    private static void writeSums(CallSums sums, int stride, DataOutput out) throws IOException {
        int count = 0;
        for (int i = 0; i < sums.intervals(); i++) {
            count += sums.has(i) ? 1 : 0;
        }
        out.writeShort(count);
        for (int i = 0; i < sums.intervals(); i++) {
            if (sums.has(i)) {
                boolean wide = sums.isWideAt(i);
                out.writeShort(wide ? -1 - i : i);
                for (int n = 0; n < stride; n++) {
                    if (wide) {
                        out.writeDouble(sums.sum(i, n));
                    } else {
                        out.writeInt((int) sums.sum(i, n));
                    }
                }
            }
        }
    }

    static CallTotals read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("stored totals have the unknown version " + version);
        }
        try {
            Shape shape = new Shape(in.readShort(), readNames(in), in.readShort(), ZoneId.of(readName(in)));
            int count = in.readInt();
            List<Page> pages = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                pages.add(readPage(shape, in));
            }
            return new CallTotals(shape, pages);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("stored totals are damaged (" + e.getMessage() + ")", e);
        }
    }

    private static Page readPage(Shape shape, DataInput in) throws IOException {
        QueuePath queue = new QueuePath(readNames(in));
        LocalDay day = new LocalDay(LocalDate.ofEpochDay(in.readLong()), shape.zone());
        CallSums sums = new CallSums(shape.valueTypes().size(), shape.aht(), day.intervals(shape.interval()));
        int stride = CallSums.stride(shape.valueTypes().size(), shape.aht());
        int count = in.readShort();
        for (int i = 0; i < count; i++) {
            int interval = in.readShort();
            boolean wide = interval < 0;
            for (int n = 0; n < stride; n++) {
                sums.restore(wide ? -1 - interval : interval, n, wide ? in.readDouble() : in.readInt());
            }
        }
        return new Page(queue, day, sums);
    }

    private static void writeNames(List<String> names, DataOutput out) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            writeName(name, out);
        }
    }

    private static List<String> readNames(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_NAMES) {
            throw new IOException("stored totals are damaged (" + count + " names)");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(readName(in));
        }
        return names;
    }

    /** Not writeUTF, which refuses what has more than 65,535 bytes. */
    private static void writeName(String name, DataOutput out) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readName(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_NAME) {
            throw new IOException("stored totals are damaged (a name of " + length + " bytes)");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
