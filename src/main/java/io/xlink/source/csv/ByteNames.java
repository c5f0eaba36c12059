package io.xlink.source.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Numbers that belong to short pieces of a file, found by their bytes, eight at a time. Open addressing with linear
 * probing, at most half full.
 */
final class ByteNames {
    static final int ABSENT = -1;
    /** Bytes of the longest name. */
    static final int LONGEST = 120;
    /** How many bytes behind a name must be readable. */
    static final int SLACK = Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int limit;
    private int size;
    // By place: where the words of the name begin, its length, and its number plus 1; 0 is a free place.
    private int[] offsets = new int[64];
    private int[] lengths = new int[64];
    private int[] numbers = new int[64];
    private long[] words = new long[256];
    private int wordCount;
    /** Place of the last name found: rows of one day follow each other. */
    private int last;

    /** @param limit how many names are kept; a hostile file shall not fill the memory with them */
    ByteNames(int limit) {
        this.limit = limit;
    }

    /** The number of the bytes, or {@link #ABSENT}. */
    int find(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return ABSENT;
        }
        if (lengths[last] == length && isName(last, bytes, from, length)) {
            return numbers[last] - 1;
        }
        int place = place(bytes, from, length);
        last = place;
        return numbers[place] - 1;
    }

    /** Takes bytes that are not there yet; false when there is no room or they are too long. */
    boolean add(byte[] bytes, int from, int to, int number) {
        int length = to - from;
        if (size == limit || length > LONGEST) {
            return false;
        }
        if (2 * size >= numbers.length) {
            grow();
        }
        int offset = wordCount;
        if (offset + LONGEST / 8 + 1 > words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        int place = place(bytes, from, length);
        for (int i = 0; i < length; i += 8) {
            words[wordCount++] = word(bytes, from + i, length - i);
        }
        offsets[place] = offset;
        lengths[place] = length;
        numbers[place] = number + 1;
        size++;
        return true;
    }

    /** The place that holds the name, or the free one where it belongs. */
    private int place(byte[] bytes, int from, int length) {
        long hash = length;
        for (int i = 0; i < length; i += 8) {
            hash = hash * 0x9E3779B97F4A7C15L + word(bytes, from + i, length - i);
        }
        int mask = numbers.length - 1;
        int place = spread(hash) & mask;
        while (numbers[place] != 0 && !(lengths[place] == length && isName(place, bytes, from, length))) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static int spread(long hash) {
        return (int) ((hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L >>> 40);
    }

    private boolean isName(int place, byte[] bytes, int from, int length) {
        int word = offsets[place];
        for (int i = 0; i < length; i += 8) {
            if (words[word++] != word(bytes, from + i, length - i)) {
                return false;
            }
        }
        return numbers[place] != 0;
    }

    /** Up to eight bytes as a number, those behind the name as 0. */
    private static long word(byte[] bytes, int at, int rest) {
        long word = (long) LONG.get(bytes, at);
        return rest >= 8 ? word : word & (1L << 8 * rest) - 1;
    }

    private void grow() {
        int[] oldOffsets = offsets;
        int[] oldLengths = lengths;
        int[] oldNumbers = numbers;
        int capacity = 2 * oldNumbers.length;
        offsets = new int[capacity];
        lengths = new int[capacity];
        numbers = new int[capacity];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                long hash = oldLengths[i];
                for (int word = oldOffsets[i]; word < oldOffsets[i] + (oldLengths[i] + 7) / 8; word++) {
                    hash = hash * 0x9E3779B97F4A7C15L + words[word];
                }
                int place = spread(hash) & capacity - 1;
                while (numbers[place] != 0) {
                    place = (place + 1) & capacity - 1;
                }
                offsets[place] = oldOffsets[i];
                lengths[place] = oldLengths[i];
                numbers[place] = oldNumbers[i];
            }
        }
        last = 0;
    }
}
