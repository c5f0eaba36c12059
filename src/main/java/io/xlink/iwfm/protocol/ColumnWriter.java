package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnsafeByteOperations;
import io.xlink.iwfm.wire.Column;
import io.xlink.model.ValueColumn;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes {@link Column} messages without making them: the values go from the column's arrays into the bytes, because
 * lists of every value on the way cost more than everything else on this path.
 */
final class ColumnWriter {
    private final ValueColumn column;
    private final int from;
    private final int to;
    /** After this one, each interval begins where the one before it ends, which need not be said. */
    private final int regularFrom;

    private int startBytes;
    private int valueBytes;

    private ColumnWriter(ValueColumn column, int from, int to, boolean everyStart) {
        this.column = column;
        this.from = from;
        this.to = to;
        int last = to;
        while (!everyStart && last > from + 1 && delta(last - 1) == column.minutes()) {
            last--;
        }
        this.regularFrom = last;
    }

    /**
     * The intervals from {@code from}, inclusive, to {@code to}, exclusive; at least one.
     *
     * @param everyStart whether starts that follow by themselves are written, too
     */
    static ByteString write(ValueColumn column, int from, int to, boolean everyStart) {
        try {
            return new ColumnWriter(column, from, to, everyStart).write();
        } catch (IOException e) {
            throw new UncheckedIOException("an array does not fail", e);
        }
    }

    private ByteString write() throws IOException {
        byte[] bytes = new byte[size()];
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        if (column.parent() != 0) {
            out.writeUInt32(Column.PARENT_FIELD_NUMBER, column.parent());
        }
        out.writeUInt32(Column.QUEUE_FIELD_NUMBER, column.queue());
        out.writeUInt32(Column.VALUE_TYPE_FIELD_NUMBER, column.valueType());
        out.writeUInt32(Column.MINUTES_FIELD_NUMBER, column.minutes());
        out.writeUInt32NoTag(ColumnReader.START_DELTAS);
        out.writeUInt32NoTag(startBytes);
        for (int i = from; i < regularFrom; i++) {
            out.writeUInt32NoTag(delta(i));
        }
        out.writeUInt32NoTag(ColumnReader.VALUES);
        out.writeUInt32NoTag(valueBytes);
        for (int i = from; i < to; i++) {
            out.writeSInt64NoTag(column.value(i));
        }
        out.checkNoSpaceLeft();
        return UnsafeByteOperations.unsafeWrap(bytes);
    }

    private int size() {
        for (int i = from; i < regularFrom; i++) {
            startBytes += CodedOutputStream.computeUInt32SizeNoTag(delta(i));
        }
        for (int i = from; i < to; i++) {
            valueBytes += CodedOutputStream.computeSInt64SizeNoTag(column.value(i));
        }
        int parent = column.parent() == 0
                ? 0
                : CodedOutputStream.computeUInt32Size(Column.PARENT_FIELD_NUMBER, column.parent());
        return parent
                + CodedOutputStream.computeUInt32Size(Column.QUEUE_FIELD_NUMBER, column.queue())
                + CodedOutputStream.computeUInt32Size(Column.VALUE_TYPE_FIELD_NUMBER, column.valueType())
                + CodedOutputStream.computeUInt32Size(Column.MINUTES_FIELD_NUMBER, column.minutes())
                + packed(startBytes)
                + packed(valueBytes);
    }

    /** A packed list: one byte of tag, the length, the elements. */
    private static int packed(int bytes) {
        return 1 + CodedOutputStream.computeUInt32SizeNoTag(bytes) + bytes;
    }

    private int delta(int i) {
        return i == from ? column.start(i) : column.start(i) - column.start(i - 1);
    }
}
