package io.xlink.source.csv;

import java.util.Arrays;
import java.util.Optional;

/**
 * What each column of a row is read as, up to the last one that is needed, and whether a file of such columns can be
 * read from its bytes at all.
 *
 * @param roles for each column one of the constants, or from {@link #NUMBER} on the position of a number
 * @param numbers how many numbers a row has: the values and, when it is none of them, the weight
 * @param values how many of them are values; they come first
 * @param aht position of the average handling time among them, or -1
 * @param weight position of its weight among the numbers, or -1
 */
@SuppressWarnings("ArrayRecordComponent") // made once for each file, never compared
record PlainColumns(int[] roles, int numbers, int values, int aht, int weight) {
    static final int OTHER = 0;
    static final int GROUP = 1;
    static final int SUB_GROUP = 2;
    static final int DATE = 3;
    static final int TIME = 4;
    static final int TIMESTAMP = 5;
    static final int NUMBER = 6;

    /** These would end a field in the midst of a number, date or time. */
    private static final String UNFIT = "\"+-.:/ ";

    /** Empty when rows cannot be read from their bytes with the file's separator, or columns mean two things. */
    static Optional<PlainColumns> of(CsvCallFormat format) {
        CallColumns columns = format.columns();
        char separator = format.separator();
        if (separator >= 128
                || separator < ' ' && separator != '\t'
                || Character.isLetterOrDigit(separator)
                || UNFIT.indexOf(separator) >= 0) {
            return Optional.empty();
        }
        int[] roles = new int[Arrays.stream(columns.needed()).max().orElse(0) + 1];
        set(roles, columns.group(), GROUP);
        set(roles, columns.subGroup(), SUB_GROUP);
        set(roles, columns.date(), DATE);
        set(roles, columns.time(), TIME);
        set(roles, columns.timestamp(), TIMESTAMP);
        int numbers = 0;
        for (int value : columns.values()) {
            roles[value] = NUMBER + numbers++;
        }
        int weight = columns.ahtWeight();
        if (weight >= 0 && roles[weight] == OTHER) {
            roles[weight] = NUMBER + numbers++;
        } else if (weight >= 0 && roles[weight] < NUMBER) {
            return Optional.empty();
        }
        return Optional.of(new PlainColumns(
                roles, numbers, columns.values().length, columns.aht(), weight < 0 ? -1 : roles[weight] - NUMBER));
    }

    boolean has(int role) {
        return Arrays.stream(roles).anyMatch(r -> r == role);
    }

    private static void set(int[] roles, int column, int role) {
        if (column >= 0) {
            roles[column] = role;
        }
    }

    /** Whether they are a group, a date, a time, and then all numbers in their order. */
    boolean areUsual() {
        boolean usual = roles.length == numbers + 3 && roles[0] == GROUP && roles[1] == DATE && roles[2] == TIME;
        for (int i = 3; usual && i < roles.length; i++) {
            usual = roles[i] == NUMBER + i - 3;
        }
        return usual;
    }
}
