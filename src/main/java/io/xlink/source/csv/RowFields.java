package io.xlink.source.csv;

import java.util.Arrays;

/** What reads each column of a file's rows from their bytes. */
final class RowFields {
    private final byte separator;
    private final byte comma;
    private final boolean quotes;
    private final PlainField.Name group;
    private final PlainField.Name subGroup;
    private final PlainField.Date date;
    private final PlainField.Time time = new PlainField.Time();
    private final PlainField.TimeStamp timestamp;
    private final PlainField tail;
    private final PlainField[] fields;

    /**
     * @param unicode whether a character may have several bytes
     * @param quotes whether to read fields in quotation marks; without, their rows are read in another way
     * @param numbers takes the numbers of a row
     */
    RowFields(PlainColumns columns, PlainNames names, byte separator, boolean unicode, boolean quotes, int[] numbers) {
        this.separator = separator;
        this.comma = (byte) (separator == ',' ? '.' : ',');
        this.quotes = quotes;
        this.group = quotes
                ? new QuotedField.Name(names.groups(separator), names.groups((byte) '"'))
                : new PlainField.Name(names.groups(separator));
        this.subGroup = quotes
                ? new QuotedField.Name(names.subGroups(separator), names.subGroups((byte) '"'))
                : new PlainField.Name(names.subGroups(separator));
        this.date = quotes ? new QuotedField.Date(names, separator) : new PlainField.Date(names, separator);
        this.timestamp = new PlainField.TimeStamp(
                new PlainField.Date(names, (byte) ' '), new PlainField.Date(names, (byte) 'T'), time);
        PlainField other = quotes
                ? new QuotedField.Other(ordinary(unicode, false), ordinary(unicode, true))
                : new PlainField.Other(ordinary(unicode, false));
        this.tail = quotes ? other : new PlainField.Other(ordinary(unicode, true));
        this.fields = new PlainField[columns.roles().length];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = field(columns.roles()[i], other, numbers);
        }
    }

    private PlainField field(int role, PlainField other, int[] numbers) {
        return switch (role) {
            case PlainColumns.OTHER -> other;
            case PlainColumns.GROUP -> group;
            case PlainColumns.SUB_GROUP -> subGroup;
            case PlainColumns.DATE -> date;
            case PlainColumns.TIME -> any(time);
            case PlainColumns.TIMESTAMP -> any(timestamp);
            default -> any(new PlainField.Number(numbers, role - PlainColumns.NUMBER, comma));
        };
    }

    /** A field that ends at whatever does not belong to it. */
    private PlainField any(PlainField field) {
        return quotes ? new QuotedField.Any(field) : field;
    }

    /** By byte, whether it may stand in a column that is not read. */
    private boolean[] ordinary(boolean unicode, boolean separators) {
        boolean[] ordinary = new boolean[256];
        Arrays.fill(ordinary, 0, unicode ? 128 : 256, true);
        ordinary['"'] = false;
        ordinary['\r'] = false;
        ordinary['\n'] = false;
        ordinary[separator] = separators;
        return ordinary;
    }

    /** Begins decimals, as a point does. */
    byte comma() {
        return comma;
    }

    PlainField.Name group() {
        return group;
    }

    PlainField.Name subGroup() {
        return subGroup;
    }

    PlainField.Date date() {
        return date;
    }

    PlainField.Time time() {
        return time;
    }

    PlainField.TimeStamp timestamp() {
        return timestamp;
    }

    /** What may come behind the last column that is needed: all of it, or with quotes one column of it. */
    PlainField tail() {
        return tail;
    }

    /** By column, up to the last one that is needed. */
    PlainField[] fields() {
        return fields;
    }
}
