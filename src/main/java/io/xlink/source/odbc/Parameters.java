package io.xlink.source.odbc;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The parameters of a prepared statement, and the memory from which its driver reads them. */
final class Parameters {
    private final NativeStatement statement;
    private final Parameter[] values;
    private ByteBuffer memory = ByteBuffer.allocateDirect(0);

    Parameters(NativeStatement statement, int count) {
        this.statement = statement;
        values = new Parameter[count];
    }

    int count() {
        return values.length;
    }

    /** @param number from 1 */
    void set(int number, Parameter value) throws SQLException {
        if (number < 1 || number > values.length) {
            throw new SQLException("there is no parameter " + number + " among " + values.length, "07009");
        }
        values[number - 1] = value;
    }

    void clear() {
        java.util.Arrays.fill(values, null);
    }

    /** Gives all to the driver: first the lengths, then the values. */
    void bind() throws SQLException {
        int end = Long.BYTES * values.length;
        List<Integer> begins = new ArrayList<>();
        for (int p = 0; p < values.length; p++) {
            if (values[p] == null) {
                throw new SQLException("parameter " + (p + 1) + " has no value. Set it before the query", "07002");
            }
            begins.add(end);
            end += values[p].isNull() ? 0 : (values[p].bytes().length + 2 + 7) & ~7;
        }
        if (memory.capacity() < end) {
            memory = ByteBuffer.allocateDirect(end).order(ByteOrder.nativeOrder());
        }
        statement.holdParameters(memory);
        Pointer address = Native.getDirectBufferPointer(memory);
        for (int p = 0; p < values.length; p++) {
            bind(address, p, begins.get(p));
        }
    }

    private void bind(Pointer address, int p, int begin) throws SQLException {
        Parameter value = values[p];
        memory.putLong(Long.BYTES * p, value.isNull() ? StatementFunctions.NULL_DATA : value.bytes().length);
        if (!value.isNull()) {
            memory.put(begin, value.bytes());
            memory.putShort(begin + value.bytes().length, (short) 0);
        }
        statement.call(
                "parameter " + (p + 1) + " cannot be bound",
                handle -> StatementFunctions.SQLBindParameter(
                        handle,
                        (short) (p + 1),
                        StatementFunctions.PARAMETER_INPUT,
                        value.cType(),
                        value.sqlType(),
                        value.size(),
                        value.digits(),
                        value.isNull() ? null : address.share(begin),
                        value.isNull() ? 0 : value.bytes().length,
                        address.share((long) Long.BYTES * p)));
    }
}
