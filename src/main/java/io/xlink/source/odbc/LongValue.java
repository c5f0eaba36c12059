package io.xlink.source.odbc;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.ByteArrayOutputStream;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.Optional;

/** Reads a value of any length in pieces (SQLGetData). */
final class LongValue {
    private static final int PIECE = 32 << 10;
    private static final int MAX_BYTES = 64 << 20;

    private LongValue() {}

    /**
     * @param number of the column, from 1
     * @return the value's bytes; empty for NULL
     */
    static Optional<byte[]> read(NativeStatement statement, Pointer handle, int number, Slot slot, Column column)
            throws SQLException {
        ByteBuffer memory = ByteBuffer.allocateDirect(Long.BYTES + PIECE).order(ByteOrder.nativeOrder());
        Pointer address = Native.getDirectBufferPointer(memory);
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        try {
            while (true) {
                memory.putLong(0, 0);
                short result = statement.call(
                        "column " + column + " cannot be read",
                        h -> StatementFunctions.SQLGetData(
                                h, (short) number, slot.cType(), address.share(Long.BYTES), PIECE, address));
                long length = memory.getLong(0);
                if (length == StatementFunctions.NULL_DATA) {
                    return Optional.empty();
                }
                if (result == OdbcFunctions.NO_DATA) {
                    return Optional.of(value.toByteArray());
                }
                boolean last = length >= 0 && length <= PIECE - slot.unit();
                byte[] piece = new byte[last ? (int) length : end(memory, slot.unit())];
                memory.get(Long.BYTES, piece);
                value.writeBytes(piece);
                if (last) {
                    return Optional.of(value.toByteArray());
                }
                if (value.size() > MAX_BYTES) {
                    throw new SQLException(
                            "a value of column " + column + " has more than " + (MAX_BYTES >> 20)
                                    + " MiB. Leave the column out of the query",
                            "22001");
                }
            }
        } finally {
            Reference.reachabilityFence(memory);
        }
    }

    /** Bytes of a full piece: all, or those before the zero that ends a text, for it may end before half a character. */
    private static int end(ByteBuffer memory, int unit) {
        if (unit == 0) {
            return PIECE;
        }
        int end = PIECE - unit;
        while (end > 0 && isZero(memory, Long.BYTES + end - unit, unit)) {
            end -= unit;
        }
        return end;
    }

    private static boolean isZero(ByteBuffer memory, int at, int unit) {
        return unit == 1 ? memory.get(at) == 0 : memory.getShort(at) == 0;
    }
}
