package io.xlink.source.csv;

import java.util.Arrays;

/**
 * Numbers distinct texts from 0 in the order of their arrival and finds them again by their characters, so that the loop
 * over the rows makes no strings. Open addressing with linear probing, at most half full.
 */
final class NameTable {
    static final int ABSENT = -1;

    private char[][] names = new char[16][];
    private int size;
    /** Number of the name plus 1; 0 is a free place. */
    private int[] places = new int[64];
    /** Rows of one queue or day often follow each other. */
    private int last;

    int size() {
        return size;
    }

    String name(int number) {
        return new String(names[number]);
    }

    /** The number of a text, or {@link #ABSENT}. */
    int find(char[] chars, int from, int to) {
        if (last < size && isName(last, chars, from, to)) {
            return last;
        }
        int found = places[place(chars, from, to)] - 1;
        if (found >= 0) {
            last = found;
        }
        return found;
    }

    /** Takes a text that is not in the table and returns its number. */
    int add(char[] chars, int from, int to) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
        }
        if (2 * size >= places.length) {
            places = new int[2 * places.length];
            for (int i = 0; i < size; i++) {
                places[place(names[i], 0, names[i].length)] = i + 1;
            }
        }
        places[place(chars, from, to)] = size + 1;
        names[size] = Arrays.copyOfRange(chars, from, to);
        return size++;
    }

    /** The place that holds the text, or the free one where it belongs. */
    private int place(char[] chars, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + chars[i];
        }
        int mask = places.length - 1;
        int place = (hash * 0x9E3779B9 >>> 8) & mask;
        while (places[place] != 0 && !isName(places[place] - 1, chars, from, to)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private boolean isName(int number, char[] chars, int from, int to) {
        char[] name = names[number];
        return Arrays.equals(name, 0, name.length, chars, from, to);
    }
}
