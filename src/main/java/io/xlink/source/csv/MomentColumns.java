package io.xlink.source.csv;

import io.xlink.config.IniSection;
import io.xlink.config.keys.CsvActivityKeys;
import io.xlink.config.keys.Key;
import io.xlink.source.csv.TimePattern.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Where a file has the start or the end of an activity, and how it is written (specification, section 4).
 *
 * @param columns positions from 0: one with date and time, one with the time of day alone, or two of which the first has
 *     the date unless patterns say otherwise
 * @param patterns one for each column; none when dates and times are written in one of the usual ways
 * @param hasDate false when there is a time of day alone, whose date is the start's
 */
record MomentColumns(List<Integer> columns, List<TimePattern> patterns, boolean hasDate) {
    MomentColumns {
        columns = List.copyOf(columns);
        patterns = List.copyOf(patterns);
    }

    /** The keys of the start, or those of the end. */
    private record Keys(Key date, Key time, Key timeStamp, Key format) {
        static final Keys START = new Keys(
                CsvActivityKeys.START_DATE_COLUMN,
                CsvActivityKeys.START_TIME_COLUMN,
                CsvActivityKeys.START_TIME_STAMP_COLUMN,
                CsvActivityKeys.START_TIME_STAMP_FORMAT);
        static final Keys END = new Keys(
                CsvActivityKeys.END_DATE_COLUMN,
                CsvActivityKeys.END_TIME_COLUMN,
                CsvActivityKeys.END_TIME_STAMP_COLUMN,
                CsvActivityKeys.END_TIME_STAMP_FORMAT);
    }

    /** Empty when the section names no column of it. */
    static Optional<MomentColumns> ofStart(IniSection section) {
        return of(section, Keys.START).map(start -> start.withPatterns(section, Keys.START));
    }

    /** Empty when the section names no column of it. When the end shares the start's date, its day is decided by the time. */
    static Optional<MomentColumns> ofEnd(IniSection section, Optional<MomentColumns> start) {
        return of(section, Keys.END)
                .map(end -> end.withPatterns(section, Keys.END))
                .map(end -> start.map(end::withoutDateOf).orElse(end));
    }

    /** The same at other positions. */
    MomentColumns at(IntUnaryOperator positions) {
        return new MomentColumns(columns.stream().map(positions::applyAsInt).toList(), patterns, hasDate);
    }

    private static Optional<MomentColumns> of(IniSection section, Keys keys) {
        List<Integer> stamp = positions(section, keys.timeStamp);
        if (stamp.size() > 2) {
            throw section.error(
                    keys.timeStamp,
                    keys.timeStamp + " names " + stamp.size() + " columns",
                    "Name one column with date and time, or two, such as 3;4");
        }
        List<Integer> date = positions(section, keys.date);
        List<Integer> time = positions(section, keys.time);
        if (!stamp.isEmpty()) {
            return Optional.of(new MomentColumns(stamp, List.of(), true));
        }
        if (!time.isEmpty()) {
            List<Integer> both = new ArrayList<>(date);
            both.addAll(time);
            if (both.size() == 1 && keys == Keys.START) {
                throw missing(section, keys.date);
            }
            return Optional.of(new MomentColumns(both, List.of(), both.size() == 2));
        }
        if (!date.isEmpty()) {
            throw missing(section, keys.time);
        }
        return Optional.empty();
    }

    private MomentColumns withPatterns(IniSection section, Keys keys) {
        List<String> texts = section.list(keys.format);
        if (texts.isEmpty()) {
            return this;
        }
        if (texts.size() != columns.size()) {
            throw section.error(
                    keys.format,
                    keys.format + " has " + texts.size() + (texts.size() == 1 ? " pattern" : " patterns") + " for "
                            + columns.size() + (columns.size() == 1 ? " column" : " columns"),
                    "Write one pattern for each column, separated by semicolons, such as dd/mm/yyyy;HH:MM:SS");
        }
        List<TimePattern> read = new ArrayList<>();
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (String text : texts) {
            try {
                TimePattern pattern = TimePattern.of(text);
                for (Field field : Field.values()) {
                    if (field != Field.ITSELF && pattern.has(field) && !fields.add(field)) {
                        throw new IllegalArgumentException("says again what another pattern says");
                    }
                }
                read.add(pattern);
            } catch (IllegalArgumentException e) {
                throw section.error(
                        keys.format,
                        keys.format + "=" + text + " " + e.getMessage(),
                        "Use d m y for the date, H M S for the time, AM/PM, and the characters that separate them");
            }
        }
        boolean date = fields.containsAll(EnumSet.of(Field.DAY, Field.MONTH, Field.YEAR));
        if (hasDate && !date) {
            throw section.error(
                    keys.format,
                    keys.format + "=" + String.join(";", texts) + " lacks a day, a month or a year",
                    "Write a pattern such as dd/mm/yyyy");
        }
        if (!fields.contains(Field.HOUR)) {
            throw section.error(
                    keys.format,
                    keys.format + "=" + String.join(";", texts) + " lacks the hour",
                    "Write a pattern such as HH:MM:SS");
        }
        return new MomentColumns(columns, read, hasDate || date);
    }

    /** A date that is the start's says nothing about the end's: an activity may last until after midnight. */
    private MomentColumns withoutDateOf(MomentColumns start) {
        boolean shared = columns.size() == 2
                && start.columns.size() == 2
                && columns.get(0).equals(start.columns.get(0))
                && (patterns.isEmpty() || !patterns.get(0).has(Field.HOUR));
        if (!shared) {
            return this;
        }
        return new MomentColumns(columns.subList(1, 2), patterns.isEmpty() ? patterns : patterns.subList(1, 2), false);
    }

    private static List<Integer> positions(IniSection section, Key key) {
        section.text(key);
        return section.list(key).stream()
                .map(Integer::parseInt)
                .filter(column -> column > 0)
                .map(column -> column - 1)
                .toList();
    }

    private static RuntimeException missing(IniSection section, Key key) {
        return section.error(key, key + " is missing", "Give the number of the column, counted from 1");
    }
}
