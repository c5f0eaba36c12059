package io.xlink.source.csv;

import io.xlink.config.IniSection;
import io.xlink.config.keys.ColumnNumber;
import io.xlink.config.keys.CsvCallKeys;
import io.xlink.config.keys.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Which column of a call file holds what; positions from 0, -1 when there is no such column.
 *
 * @param date -1 with a time stamp
 * @param time -1 with a time stamp
 * @param timestamp date and time in one
 * @param group first part of the queue's path
 * @param subGroup second part of the queue's path
 * @param values the value types' columns
 * @param aht position of the average handling time within {@code values}
 * @param ahtWeight column by which the average handling time is weighted
 */
@SuppressWarnings("ArrayRecordComponent") // made once for each import, never compared
record CallColumns(int date, int time, int timestamp, int group, int subGroup, int[] values, int aht, int ahtWeight) {
    private static final int NONE = -1;

    static CallColumns of(IniSection section, List<String> names) {
        if (names.isEmpty()) {
            throw section.error(
                    CsvCallKeys.COLUMN_NAMES,
                    "ColumnNames is missing",
                    "Name all columns of the file in their order, separated by semicolons");
        }
        int timestamp = column(section, CsvCallKeys.TIME_STAMP_COLUMN, names);
        int date = column(section, CsvCallKeys.DATE_COLUMN, names);
        int time = column(section, CsvCallKeys.TIME_COLUMN, names);
        int group = column(section, CsvCallKeys.GROUP_COLUMN, names);
        int subGroup = column(section, CsvCallKeys.SUB_GROUP_COLUMN, names);
        int aht = column(section, CsvCallKeys.AHT_COLUMN, names);
        int weight = weight(section, names);
        // Columns that time, date and group occupy are no value types, whether or not they are read.
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean other = i == timestamp || i == date || i == time || i == group || i == subGroup;
            if (!other && !names.get(i).isEmpty()) {
                values.add(i);
            }
        }
        if (timestamp != NONE) {
            date = NONE;
            time = NONE;
        }
        distinct(section, CsvCallKeys.TIME_COLUMN, time, date, "a column with both is a TimeStampColumn");
        distinct(section, CsvCallKeys.GROUP_COLUMN, group, date, time, timestamp);
        distinct(section, CsvCallKeys.SUB_GROUP_COLUMN, subGroup, group, date, time, timestamp);
        if (values.isEmpty()) {
            throw section.error(
                    CsvCallKeys.COLUMN_NAMES,
                    "ColumnNames leaves no column for a value type",
                    "Name the columns with figures too");
        }
        if (aht != NONE && !values.contains(aht)) {
            throw section.error(
                    CsvCallKeys.AHT_COLUMN,
                    "AHTColumn=" + (aht + 1) + " is no value type",
                    "Give the position of the column with the handling time and a name to it in ColumnNames");
        }
        if (weight != NONE && (weight == date || weight == time || weight == timestamp || weight == group)) {
            throw section.error(
                    CsvCallKeys.AHT_WEIGHT_COLUMN,
                    "AHTWeightColumn names a column without figures",
                    "Name the column with the number of calls that the handling time is the average of");
        }
        // Last, so that a check of the whole section comes upon what is wrong before what is missing.
        if (timestamp == NONE) {
            require(section, CsvCallKeys.DATE_COLUMN, date);
            require(section, CsvCallKeys.TIME_COLUMN, time);
        }
        if (subGroup != NONE) {
            require(section, CsvCallKeys.GROUP_COLUMN, group);
        }
        return new CallColumns(
                date,
                time,
                timestamp,
                group,
                subGroup,
                values.stream().mapToInt(Integer::intValue).toArray(),
                values.indexOf(aht),
                aht == NONE ? NONE : weight);
    }

    /** The same meanings at other positions; {@code positions} gives for each column of today where it stands. */
    CallColumns at(IntUnaryOperator positions) {
        IntUnaryOperator moved = column -> column == NONE ? NONE : positions.applyAsInt(column);
        return new CallColumns(
                moved.applyAsInt(date),
                moved.applyAsInt(time),
                moved.applyAsInt(timestamp),
                moved.applyAsInt(group),
                moved.applyAsInt(subGroup),
                IntStream.of(values).map(moved).toArray(),
                aht,
                moved.applyAsInt(ahtWeight));
    }

    /** The columns without which a row cannot be read, in no particular order. */
    int[] needed() {
        List<Integer> needed = new ArrayList<>(List.of(date, time, timestamp, group, subGroup, ahtWeight));
        for (int value : values) {
            needed.add(value);
        }
        return needed.stream().filter(c -> c >= 0).mapToInt(Integer::intValue).toArray();
    }

    private static int column(IniSection section, Key key, List<String> names) {
        int position = section.text(key).map(Integer::parseInt).orElse(0);
        if (position > names.size()) {
            throw outside(section, key, Integer.toString(position), names);
        }
        return position - 1;
    }

    /** {@code AHTWeightColumn} gives the column's name in {@code ColumnNames}, or its position like the other keys. */
    private static int weight(IniSection section, List<String> names) {
        Key key = CsvCallKeys.AHT_WEIGHT_COLUMN;
        String text = section.text(key).orElse("0");
        int named = names.indexOf(text);
        if (named >= 0) {
            return named;
        }
        if (ColumnNumber.COLUMN.fault(text).isEmpty()) {
            return column(section, key, names);
        }
        throw section.error(
                key, key + "=" + text + " is not in ColumnNames", "Write a name from ColumnNames, or a column number");
    }

    private static void require(IniSection section, Key key, int column) {
        if (column == NONE) {
            throw section.error(key, key + " is missing", "Give the number of the column, counted from 1");
        }
    }

    private static void distinct(IniSection section, Key key, int column, int other, String remedy) {
        if (column != NONE && column == other) {
            throw section.error(
                    key, key + "=" + (column + 1) + " is the column of something else too", "Check it; " + remedy);
        }
    }

    private static void distinct(IniSection section, Key key, int column, int... others) {
        for (int other : others) {
            distinct(section, key, column, other, "each column has one meaning");
        }
    }

    private static RuntimeException outside(IniSection section, Key key, String value, List<String> names) {
        return section.error(
                key,
                key + "=" + value + " lies outside ColumnNames, which names " + names.size() + " columns",
                "Name all columns of the file in ColumnNames, or correct the number");
    }
}
