package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.xlink.iwfm.wire.Column;
import io.xlink.model.ValueColumn;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads {@link Column} messages straight into arrays. What a client of this program never writes but protobuf allows,
 * such as lists that are not packed, goes through the generated class.
 */
final class ColumnReader {
    static final int START_DELTAS = packedTag(Column.START_DELTAS_FIELD_NUMBER);
    static final int VALUES = packedTag(Column.VALUES_FIELD_NUMBER);

    private static final int PARENT = Column.PARENT_FIELD_NUMBER << 3;
    private static final int QUEUE = Column.QUEUE_FIELD_NUMBER << 3;
    private static final int VALUE_TYPE = Column.VALUE_TYPE_FIELD_NUMBER << 3;
    private static final int MINUTES = Column.MINUTES_FIELD_NUMBER << 3;

    /** A day of quarters of an hour is 96; more makes the arrays grow. */
    private static final int USUAL = 96;

    private final CodedInputStream in;
    private int parent;
    private int queue;
    private int valueType;
    private int minutes;
    private int[] deltas = new int[0];
    private long[] values = new long[0];

    private ColumnReader(CodedInputStream in) {
        this.in = in;
    }

    static ValueColumn read(ByteString bytes) throws MalformedException {
        try {
            ColumnReader reader = new ColumnReader(bytes.newCodedInput());
            return reader.fields() ? reader.column() : column(Column.parseFrom(bytes));
        } catch (IOException e) {
            throw new MalformedException("a column that is not one of this protocol");
        }
    }

    private static int packedTag(int field) {
        return field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }

    /** Whether everything was where it usually is. */
    private boolean fields() throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == START_DELTAS && deltas.length == 0) {
                deltas = ints();
            } else if (tag == VALUES && values.length == 0) {
                values = longs();
            } else if (tag == PARENT) {
                parent = in.readUInt32();
            } else if (tag == QUEUE) {
                queue = in.readUInt32();
            } else if (tag == VALUE_TYPE) {
                valueType = in.readUInt32();
            } else if (tag == MINUTES) {
                minutes = in.readUInt32();
            } else {
                return false;
            }
        }
        return true;
    }

    private int[] ints() throws IOException {
        int length = in.readRawVarint32();
        int limit = in.pushLimit(length);
        int[] read = new int[Math.min(length, USUAL)];
        int size = 0;
        while (in.getBytesUntilLimit() > 0) {
            if (size == read.length) {
                read = Arrays.copyOf(read, 2 * size);
            }
            read[size++] = in.readUInt32();
        }
        in.popLimit(limit);
        return size == read.length ? read : Arrays.copyOf(read, size);
    }

    private long[] longs() throws IOException {
        int length = in.readRawVarint32();
        int limit = in.pushLimit(length);
        long[] read = new long[Math.min(length, USUAL)];
        int size = 0;
        while (in.getBytesUntilLimit() > 0) {
            if (size == read.length) {
                read = Arrays.copyOf(read, 2 * size);
            }
            read[size++] = in.readSInt64();
        }
        in.popLimit(limit);
        return size == read.length ? read : Arrays.copyOf(read, size);
    }

    private ValueColumn column() throws MalformedException {
        return ColumnCodec.column(parent, queue, valueType, minutes, deltas, values);
    }

    private static ValueColumn column(Column wire) throws MalformedException {
        int[] deltas = new int[wire.getStartDeltasCount()];
        Arrays.setAll(deltas, wire::getStartDeltas);
        long[] values = new long[wire.getValuesCount()];
        Arrays.setAll(values, wire::getValues);
        return ColumnCodec.column(
                wire.getParent(), wire.getQueue(), wire.getValueType(), wire.getMinutes(), deltas, values);
    }
}
