package io.xlink.server;

import io.xlink.server.page.StoredPage;
import java.util.Arrays;

/**
 * Turns the intervals that begin on one UTC day into the bytes that are stored, and back: a {@link StoredPage}, written
 * and read by hand, because the lists of the generated class took half of the writer's time. Not safe for threads: a
 * codec keeps its buffer from page to page.
 */
final class PageCodec {
    private static final int RUNS = tag(StoredPage.RUNS_FIELD_NUMBER, 2);
    private static final int VALUES = tag(StoredPage.VALUES_FIELD_NUMBER, 2);
    private static final int START = tag(StoredPage.Run.START_FIELD_NUMBER, 0);
    private static final int MINUTES = tag(StoredPage.Run.MINUTES_FIELD_NUMBER, 0);
    private static final int INTERVALS = tag(StoredPage.Run.INTERVALS_FIELD_NUMBER, 0);
    /** Three fields of one byte of tag and at most three of number, a tag and a length. */
    private static final int MOST_OF_RUN = 14;

    private static final int MOST_OF_VALUE = 10;
    private static final int MOST_OF_LIST = 6;

    private byte[] bytes = new byte[2 * Intervals.DAY];
    /** Where the next byte is written to or read from. */
    private int at;

    private int end;

    private static int tag(int field, int wireType) {
        return field << 3 | wireType;
    }

    /** UTC day of a minute, both counted from 1970-01-01T00:00Z. */
    static int day(int minute) {
        return Math.floorDiv(minute, Intervals.DAY);
    }

    /**
     * @param from position of the first interval, which begins on the day as all of them do
     * @param to position after the last interval
     */
    byte[] encode(int day, Intervals intervals, int from, int to) {
        int most = (to - from) * (MOST_OF_RUN + MOST_OF_VALUE) + MOST_OF_LIST;
        if (bytes.length < most) {
            bytes = new byte[2 * most];
        }
        at = 0;
        int midnight = day * Intervals.DAY;
        for (int begin = from; begin < to; ) {
            int minutes = intervals.minutes(begin);
            int next = begin + 1;
            while (next < to
                    && intervals.start(next) == intervals.end(next - 1)
                    && intervals.minutes(next) == minutes) {
                next++;
            }
            writeRun(intervals.start(begin) - midnight, minutes, next - begin);
            begin = next;
        }
        int size = 0;
        for (int i = from; i < to; i++) {
            size += size(zigzag(intervals.value(i)));
        }
        if (size > 0) {
            bytes[at++] = (byte) VALUES;
            write(size);
            for (int i = from; i < to; i++) {
                write(zigzag(intervals.value(i)));
            }
        }
        return Arrays.copyOf(bytes, at);
    }

    private void writeRun(int start, int minutes, int intervals) {
        bytes[at++] = (byte) RUNS;
        int length = at++;
        writeField(START, start);
        writeField(MINUTES, minutes);
        writeField(INTERVALS, intervals);
        bytes[length] = (byte) (at - length - 1);
    }

    /** As the generated class does, a 0 is not written. */
    private void writeField(int tag, int number) {
        if (number != 0) {
            bytes[at++] = (byte) tag;
            write(number);
        }
    }

    private void write(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
    }

    private static int size(long number) {
        return (70 - Long.numberOfLeadingZeros(number | 1)) / 7;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    /**
     * Adds a page's intervals to others that come before them.
     *
     * @throws StoreException when the bytes are damaged
     */
    void decode(int day, byte[] page, Intervals.Builder into) {
        byte[] own = bytes;
        bytes = page;
        at = 0;
        end = page.length;
        try {
            readPage(day * Intervals.DAY, into);
        } catch (IndexOutOfBoundsException e) {
            throw new StoreException("A stored page cannot be read. Restore a backup", e);
        } finally {
            bytes = own;
        }
    }

    private void readPage(int midnight, Intervals.Builder into) {
        int value = into.size();
        while (at < end) {
            int tag = (int) read();
            int length = (int) read();
            int to = at + length;
            if (length < 0 || to > end || (tag != RUNS && tag != VALUES)) {
                throw damaged();
            }
            if (tag == RUNS) {
                readRun(midnight, to, into);
            }
            while (at < to) {
                long number = read();
                if (value == into.size()) {
                    throw new StoreException("A stored page has more values than intervals. Restore a backup");
                }
                into.value(value++, number >>> 1 ^ -(number & 1));
            }
            if (at != to) {
                throw damaged();
            }
        }
        if (value != into.size()) {
            throw new StoreException("A stored page has more intervals than values. Restore a backup");
        }
    }

    private void readRun(int midnight, int to, Intervals.Builder into) {
        int start = 0;
        int minutes = 0;
        int intervals = 0;
        while (at < to) {
            int tag = (int) read();
            int number = (int) read();
            if (tag == START) {
                start = number;
            } else if (tag == MINUTES) {
                minutes = number;
            } else if (tag == INTERVALS) {
                intervals = number;
            } else {
                throw damaged();
            }
        }
        // More than there are minutes would be memory without an end.
        if (intervals < 0 || intervals > Intervals.DAY) {
            throw damaged();
        }
        for (int i = 0; i < intervals; i++) {
            into.add(midnight + start + i * minutes, minutes, 0);
        }
    }

    private long read() {
        long number = bytes[at++];
        if (number >= 0) {
            return number;
        }
        number &= 0x7F;
        for (int shift = 7; shift < 64; shift += 7) {
            byte next = bytes[at++];
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw damaged();
    }

    private static StoreException damaged() {
        return new StoreException("A stored page cannot be read. Restore a backup");
    }
}
