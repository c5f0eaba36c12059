package io.xlink.source.csv;

/**
 * Numbers that belong to fields of a file, found by their bytes. Fields of up to 15 bytes are compared as two words, of
 * which the last byte is their length, in a table with open addressing and linear probing that is at most half full.
 */
final class ByteNames {
    static final int ABSENT = -1;
    /** Bytes of the longest name. */
    static final int LONGEST = 120;
    /** How many bytes behind the beginning of a field must be readable. */
    static final int SLACK = LONGEST + 2 * Long.BYTES;

    private static final int SHORT = 2 * Long.BYTES - 1;

    private static final int LENGTH_SHIFT = Long.SIZE - Byte.SIZE;

    private final long separators;
    private final int limit;
    private int size;
    // By place: the two words of the name, and its number plus 1; 0 is a free place.
    private long[] firsts = new long[64];
    private long[] seconds = new long[64];
    private int[] numbers = new int[64];
    private int shift = Long.SIZE - 6;
    private final LongNames longer = new LongNames();
    private int found;

    /**
     * @param separator ends a field
     * @param limit how many names are kept; a hostile file shall not fill the memory with them
     */
    ByteNames(byte separator, int limit) {
        this.separators = ByteWords.repeated(separator);
        this.limit = limit;
    }

    /** The number of the field of the last {@link #find}, or {@link #ABSENT}; 0 before the first. */
    int found() {
        return found;
    }

    /** Looks a field up; returns where it ends, or a number below 0 when it is no known one. */
    int find(byte[] bytes, int from) {
        long first = ByteWords.at(bytes, from);
        long end = ByteWords.first(first, separators);
        if (end != 0) {
            int length = ByteWords.index(end);
            long second = (long) length << LENGTH_SHIFT;
            return find(first & ByteWords.mask(length), second) < 0 ? ABSENT : from + length;
        }
        long second = ByteWords.at(bytes, from + Long.BYTES);
        end = ByteWords.first(second, separators);
        if (end != 0) {
            int rest = ByteWords.index(end);
            int length = Long.BYTES + rest;
            return find(first, second & ByteWords.mask(rest) | (long) length << LENGTH_SHIFT) < 0
                    ? ABSENT
                    : from + length;
        }
        return findLonger(bytes, from);
    }

    private int find(long first, long second) {
        found = numbers[place(first, second)] - 1;
        return found;
    }

    /** The place that holds the name, or the free one where it belongs. */
    private int place(long first, long second) {
        int mask = numbers.length - 1;
        int place = (int) ((first ^ second * 0xC2B2AE3D27D4EB4FL) * 0x9E3779B97F4A7C15L >>> shift);
        while (numbers[place] != 0 && (firsts[place] != first || seconds[place] != second)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private int findLonger(byte[] bytes, int from) {
        for (int at = from + SHORT + 1; at <= from + LONGEST; at += Long.BYTES) {
            long end = ByteWords.first(ByteWords.at(bytes, at), separators);
            if (end != 0) {
                int to = at + ByteWords.index(end);
                found = longer.find(bytes, from, to);
                return found < 0 ? ABSENT : to;
            }
        }
        found = ABSENT;
        return ABSENT;
    }

    /** The number of a name, or {@link #ABSENT}. */
    int number(byte[] bytes, int from, int to) {
        if (to - from > SHORT) {
            return longer.find(bytes, from, to);
        }
        return numbers[place(first(bytes, from, to - from), second(bytes, from, to - from))] - 1;
    }

    /** Takes a name that is not there yet; false when there is no room, or it is too long. */
    boolean add(byte[] bytes, int from, int to, int number) {
        if (size == limit || to - from > LONGEST) {
            return false;
        }
        if (to - from > SHORT) {
            longer.add(bytes, from, to, number);
        } else {
            if (2 * size >= numbers.length) {
                grow();
            }
            put(first(bytes, from, to - from), second(bytes, from, to - from), number + 1);
        }
        size++;
        return true;
    }

    private void put(long first, long second, int number) {
        int place = place(first, second);
        firsts[place] = first;
        seconds[place] = second;
        numbers[place] = number;
    }

    private void grow() {
        long[] oldFirsts = firsts;
        long[] oldSeconds = seconds;
        int[] oldNumbers = numbers;
        firsts = new long[2 * oldNumbers.length];
        seconds = new long[2 * oldNumbers.length];
        numbers = new int[2 * oldNumbers.length];
        shift--;
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                put(oldFirsts[i], oldSeconds[i], oldNumbers[i]);
            }
        }
    }

    private static long first(byte[] bytes, int from, int length) {
        long word = ByteWords.at(bytes, from);
        return length < Long.BYTES ? word & ByteWords.mask(length) : word;
    }

    private static long second(byte[] bytes, int from, int length) {
        long end = (long) length << LENGTH_SHIFT;
        return length < Long.BYTES
                ? end
                : ByteWords.at(bytes, from + Long.BYTES) & ByteWords.mask(length - Long.BYTES) | end;
    }
}
