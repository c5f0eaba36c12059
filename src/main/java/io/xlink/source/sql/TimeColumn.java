package io.xlink.source.sql;

import io.xlink.config.IniSection;
import io.xlink.config.keys.Key;
import io.xlink.source.csv.TimeStampText;
import java.util.List;

/**
 * Where a row has its time, and in which form (specification, section 5, {@code TimeStampColumn} and {@code
 * TimeStampType}).
 *
 * @param key the key that names it, for messages
 * @param expressions one, or two: the date, then the time of day
 * @param kind what the type says
 * @param text how it is read where it is text
 * @param formatKey the key that says how the text is written
 */
record TimeColumn(Key key, List<SqlExpression> expressions, Kind kind, TimeStampText text, Key formatKey) {
    TimeColumn {
        expressions = List.copyOf(expressions);
    }

    /** The values of {@code TimeStampType}, in their order. */
    enum Kind {
        TEXT,
        UNIX_SECONDS,
        DATE_TIME
    }

    /** @throws io.xlink.config.ConfigException when a value cannot be used */
    static TimeColumn of(IniSection section, Key key, Key type, Key format) {
        List<SqlExpression> expressions = SqlExpression.list(section, key);
        Kind kind = Kind.values()[Integer.parseInt(section.choice(type))];
        if (expressions.size() > 2) {
            throw section.error(
                    key,
                    key + " has " + expressions.size() + " columns",
                    "Name one, or two: the date and the time of day");
        }
        if (expressions.size() == 2 && kind == Kind.UNIX_SECONDS) {
            throw section.error(key, "Unix seconds stand in one column, and " + key + " has two", "Name one");
        }
        return new TimeColumn(key, expressions, kind, text(section, format, expressions.size()), format);
    }

    private static TimeStampText text(IniSection section, Key format, int columns) {
        List<String> patterns = section.list(format);
        try {
            TimeStampText text = TimeStampText.of(patterns);
            if (!patterns.isEmpty() && !text.hasDate()) {
                throw new IllegalArgumentException("has no whole date");
            }
            if (patterns.size() > columns) {
                throw new IllegalArgumentException("has more patterns than there are columns");
            }
            return text;
        } catch (IllegalArgumentException e) {
            throw section.error(format, format + " " + e.getMessage(), "Write it like yyyy-mm-dd HH:MM:SS");
        }
    }

    /** The expression whose values a day is bounded by. */
    SqlExpression bounded() {
        return expressions.get(0);
    }

    boolean hasTwoColumns() {
        return expressions.size() == 2;
    }
}
