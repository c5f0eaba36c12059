package io.xlink.source.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array at a time. */
final class ByteWords {
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteWords() {}

    /** The eight bytes from a place on, the first in the lowest bits. */
    static long at(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** Eight times the same byte. */
    static long repeated(byte b) {
        return (b & 0xFF) * LOWEST_BITS;
    }

    /**
     * A word whose lowest set bit is the highest of the first byte that is the one sought; 0 when none of the eight is.
     *
     * @param sought eight times that byte
     */
    static long first(long word, long sought) {
        long difference = word ^ sought;
        return difference - LOWEST_BITS & ~difference & HIGHEST_BITS;
    }

    /** Which byte {@link #first} has found. */
    static int index(long found) {
        return Long.numberOfTrailingZeros(found) >>> 3;
    }

    /** Ones for the first bytes of a word, 0 to 7. */
    static long mask(int count) {
        return (1L << 8 * count) - 1;
    }
}
