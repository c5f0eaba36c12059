package io.xlink.source.csv;

import io.xlink.source.csv.FileDay.Stretch;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * Reads rows of the common shape from their bytes, without a character or an object for any of them: a known queue, a
 * known date, {@code hh:mm} or {@code hh:mm:ss} that comes once on it, whole numbers. Every other row goes to the same {@link CallRows} that
 * the tokeniser's rows go to; what it makes of a queue and a date is remembered by their bytes.
 */
final class PlainRows {
    private static final NotPlain UNCOMMON = new NotPlain("rows that are mostly of another shape");
    private static final int OTHER_ROW = -1;
    /** So many rows tell whether the tokeniser is quicker. */
    private static final int MANY = 2_000;

    /** Within so many bytes a row cannot have more columns or characters than the tokeniser's rows may have. */
    private static final int SURELY_SHORT = Row.MAX_COLUMNS;

    private final CallRows rows;
    private final CallPages pages;
    private final QuotedLines lines;
    private final PlainColumns columns;
    private final PlainNames names;
    /** A longer row is not what it seems. */
    private final int maxColumns;

    private final byte separator;
    /** Begins decimals, as a point does. */
    private final byte comma;

    private final PlainField[] fields;
    private final PlainField.Name group;
    private final PlainField.Name subGroup;
    private final PlainField.Date date;
    private final PlainField.Time time;
    private final PlainField.TimeStamp timestamp;
    /** What may come behind the last column that is needed: all of it, or with quotes one column of it. */
    private final PlainField tail;

    private final boolean quotes;
    private final boolean stamps;
    private final boolean groupIsQueue;
    /** Whether the columns are queue, date, time and then numbers, as most exports have them. */
    private final boolean usual;

    private final int[] numbers;

    /** Multiplied with minutes of a day and shifted by 20 bits: a division by the length of an interval. */
    private final int perInterval;

    private long line;
    private long imported;
    private boolean first = true;

    /**
     * @param quotes whether rows with fields in quotation marks are common, too
     * @param charset UTF-8, or a set of one byte for each character, of which all stand for one
     * @param line number of the first line
     */
    PlainRows(CallRows rows, PlainColumns columns, CsvCallFormat format, boolean quotes, Charset charset, long line) {
        char separator = format.separator();
        this.rows = rows;
        this.pages = rows.pages();
        this.columns = columns;
        this.quotes = quotes;
        this.separator = (byte) separator;
        this.line = line;
        this.maxColumns = format.maxColumns();
        this.stamps = columns.has(PlainColumns.TIMESTAMP);
        this.groupIsQueue = columns.has(PlainColumns.GROUP) && !columns.has(PlainColumns.SUB_GROUP);
        this.numbers = new int[columns.numbers()];
        this.perInterval = (1 << 20) / format.interval() + 1;
        this.names = new PlainNames(rows, format.columns());
        this.lines = new QuotedLines(separator, charset);
        RowFields made = new RowFields(columns, names, this.separator, lines.isUnicode(), quotes, numbers);
        this.comma = made.comma();
        this.group = made.group();
        this.subGroup = made.subGroup();
        this.date = made.date();
        this.time = made.time();
        this.timestamp = made.timestamp();
        this.tail = made.tail();
        this.fields = made.fields();
        this.usual = !quotes && columns.areUsual();
    }

    /** Rows that were imported without {@link CallRows} having seen them. */
    long imported() {
        return imported;
    }

    /** Number of the line that comes next. */
    long line() {
        return line;
    }

    /**
     * Takes whole rows.
     *
     * @param bytes with {@link ByteNames#SLACK} bytes and more behind them
     * @param to behind a line feed
     * @return the place behind the last row that ends before it
     * @throws NotPlain when the file must be read in another way
     * @throws CharacterCodingException when it is not in its character set
     */
    int take(byte[] bytes, int from, int to) throws NotPlain, CharacterCodingException {
        int at = from;
        long others = 0;
        long before = line;
        while (at < to) {
            int next = usual ? takeUsual(bytes, at) : takeCommon(bytes, at);
            if (next == OTHER_ROW) {
                others++;
                next = takeOther(bytes, at, to);
                if (next == QuotedLines.INCOMPLETE) {
                    break;
                }
            } else {
                line++;
            }
            at = next;
        }
        if (first && line - before >= MANY && others > (line - before) / 2) {
            throw UNCOMMON;
        }
        first = false;
        return at;
    }

    /**
     * Returns where the next row begins, or {@link #OTHER_ROW} when the row must be read in another way. Goes no further
     * than what it has recognised, so that it never runs past the line.
     */
    private int takeCommon(byte[] bytes, int begin) {
        int at = begin - 1;
        for (PlainField field : fields) {
            at = field.take(bytes, at + 1);
            if (at < 0) {
                return OTHER_ROW;
            }
            if (bytes[at] != separator) {
                return field == fields[fields.length - 1] ? takeEnd(bytes, begin, at) : OTHER_ROW;
            }
        }
        return takeTail(bytes, begin, at);
    }

    /** As {@link #takeCommon}, without the detour by an array of fields, which costs as much as the fields. */
    private int takeUsual(byte[] bytes, int begin) {
        int at = group.take(bytes, begin);
        if (at < 0) {
            return OTHER_ROW;
        }
        at = date.take(bytes, at + 1);
        if (at < 0 || bytes[at] != separator) {
            return OTHER_ROW;
        }
        at = time.take(bytes, at + 1);
        if (at < 0) {
            return OTHER_ROW;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (bytes[at++] != separator) {
                return OTHER_ROW;
            }
            int begins = at;
            int number = 0;
            int digit = bytes[at] - '0';
            while (digit >= 0 && digit <= 9) {
                number = number * 10 + digit;
                digit = bytes[++at] - '0';
            }
            if (at - begins > PlainField.Number.DIGITS) {
                return OTHER_ROW;
            }
            numbers[i] = number;
            if (at > begins && (bytes[at] == '.' || bytes[at] == comma)) {
                at = PlainField.Number.zeros(bytes, at + 1);
                if (at < 0) {
                    return OTHER_ROW;
                }
            }
        }
        return bytes[at] == separator ? takeTail(bytes, begin, at) : takeEnd(bytes, begin, at);
    }

    /** @param at the separator behind the last column that is needed */
    private int takeTail(byte[] bytes, int begin, int at) {
        if (quotes) {
            return takeQuotedTail(bytes, begin, at);
        }
        int end = tail.take(bytes, at + 1);
        return maxColumns < FileLayout.ANY_COLUMNS && columns(bytes, at, end) > maxColumns
                ? OTHER_ROW
                : takeEnd(bytes, begin, end);
    }

    /** How many columns a row has whose last needed one ends before the others begin. */
    private int columns(byte[] bytes, int from, int to) {
        int found = fields.length;
        for (int i = from; i < to; i++) {
            found += bytes[i] == separator ? 1 : 0;
        }
        return found;
    }

    private int takeQuotedTail(byte[] bytes, int begin, int separatorAt) {
        int at = separatorAt;
        int found = fields.length;
        while (at >= 0 && bytes[at] == separator) {
            at = tail.take(bytes, at + 1);
            found++;
        }
        return at < 0 || found > maxColumns ? OTHER_ROW : takeEnd(bytes, begin, at);
    }

    private int takeEnd(byte[] bytes, int begin, int columnsEnd) {
        int at = columnsEnd;
        if (bytes[at] == '\r') {
            at++;
        }
        if (bytes[at++] != '\n' || at - begin > SURELY_SHORT) {
            return OTHER_ROW;
        }
        int queue = groupIsQueue ? group.number() : names.queue(group.number(), subGroup.number());
        if (queue < 0) {
            return OTHER_ROW;
        }
        FileDay day = stamps ? timestamp.day() : date.day();
        Stretch stretch = day.stretch(time.minute());
        if (stretch.near() != null) {
            return OTHER_ROW;
        }
        int interval = (time.minute() + stretch.delta()) * perInterval >>> 20;
        if (!pages.addWhole(queue, stretch.day(), interval, numbers, weight())) {
            return OTHER_ROW;
        }
        imported++;
        return at;
    }

    private int weight() {
        if (columns.weight() >= 0) {
            return numbers[columns.weight()];
        }
        return columns.aht() >= 0 && numbers[columns.aht()] > 0 ? 1 : 0;
    }

    private int takeOther(byte[] bytes, int begin, int to) throws NotPlain, CharacterCodingException {
        int next = lines.read(bytes, begin, to, line);
        if (next != QuotedLines.INCOMPLETE) {
            Row row = lines.row();
            if (row != null) {
                rows.take(row);
                names.learn(bytes, row, lines);
            }
            line += lines.lines();
        }
        return next;
    }
}
