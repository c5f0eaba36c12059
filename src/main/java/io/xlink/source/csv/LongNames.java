package io.xlink.source.csv;

import java.util.Arrays;

/** Numbers that belong to longer names, found by their bytes. Open addressing, at most half full. */
final class LongNames {
    private byte[][] names = new byte[16][];
    private int[] numbers = new int[16];
    private int size;

    /** The number of a name, or {@link ByteNames#ABSENT}; a word and more must be readable behind it. */
    int find(byte[] bytes, int from, int to) {
        int place = place(bytes, from, to);
        return names[place] == null ? ByteNames.ABSENT : numbers[place];
    }

    /** Takes a name that is not there yet. */
    void add(byte[] bytes, int from, int to, int number) {
        if (2 * ++size > names.length) {
            byte[][] oldNames = names;
            int[] oldNumbers = numbers;
            names = new byte[2 * oldNames.length][];
            numbers = new int[2 * oldNames.length];
            for (int i = 0; i < oldNames.length; i++) {
                if (oldNames[i] != null) {
                    put(oldNames[i], 0, oldNames[i].length, oldNames[i], oldNumbers[i]);
                }
            }
        }
        put(bytes, from, to, Arrays.copyOfRange(bytes, from, to), number);
    }

    private void put(byte[] bytes, int from, int to, byte[] name, int number) {
        int place = place(bytes, from, to);
        names[place] = name;
        numbers[place] = number;
    }

    private int place(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ ByteWords.at(bytes, at)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        for (; at < to; at++) {
            hash = (hash ^ bytes[at]) * 0x9E3779B97F4A7C15L;
        }
        int mask = names.length - 1;
        int place = (int) (hash >>> 40) & mask;
        while (names[place] != null && !Arrays.equals(names[place], 0, names[place].length, bytes, from, to)) {
            place = place + 1 & mask;
        }
        return place;
    }
}
