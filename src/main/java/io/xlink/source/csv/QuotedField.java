package io.xlink.source.csv;

/** Columns of a file with quotation marks, which stand around some fields and not around others. */
final class QuotedField {
    private QuotedField() {}

    /** Reads a field that may stand in quotation marks. */
    private static int take(PlainField inQuotes, PlainField bare, byte[] bytes, int at) {
        if (bytes[at] != '"') {
            return bare.take(bytes, at);
        }
        int end = inQuotes.take(bytes, at + 1);
        return end >= 0 && bytes[end] == '"' ? end + 1 : PlainField.UNKNOWN;
    }

    /** A field that ends at whatever does not belong to it. */
    static final class Any extends PlainField {
        private final PlainField field;

        Any(PlainField field) {
            this.field = field;
        }

        @Override
        int take(byte[] bytes, int at) {
            return QuotedField.take(field, field, bytes, at);
        }
    }

    /** The group or sub group. */
    static final class Name extends PlainField.Name {
        private final PlainField.Name inQuotes;
        private int number;

        /** @param inQuotes names that end at a quotation mark */
        Name(ByteNames bare, ByteNames inQuotes) {
            super(bare);
            this.inQuotes = new PlainField.Name(inQuotes);
        }

        @Override
        int number() {
            return number;
        }

        @Override
        int take(byte[] bytes, int at) {
            if (bytes[at] != '"') {
                int end = super.take(bytes, at);
                number = super.number();
                return end;
            }
            int end = inQuotes.take(bytes, at + 1);
            number = inQuotes.number();
            return end < 0 ? UNKNOWN : end + 1;
        }
    }

    /** A date. */
    static final class Date extends PlainField.Date {
        private final PlainField.Date inQuotes;
        private FileDay day;

        /** @param end ends a date without quotes */
        Date(PlainNames names, byte end) {
            super(names, end);
            this.inQuotes = new PlainField.Date(names, (byte) '"');
        }

        @Override
        FileDay day() {
            return day;
        }

        @Override
        int take(byte[] bytes, int at) {
            if (bytes[at] != '"') {
                int end = super.take(bytes, at);
                day = super.day();
                return end;
            }
            int end = inQuotes.take(bytes, at + 1);
            day = inQuotes.day();
            return end < 0 ? UNKNOWN : end + 1;
        }
    }

    /** A column of which only the end matters, when it has no line breaks. */
    static final class Other extends PlainField {
        private final boolean[] bare;
        private final boolean[] inQuotes;

        /**
         * @param bare by byte, whether it may stand in a field without quotes
         * @param inQuotes the same for one with quotes, of which a quotation mark is none
         */
        Other(boolean[] bare, boolean[] inQuotes) {
            this.bare = bare;
            this.inQuotes = inQuotes;
        }

        @Override
        int take(byte[] bytes, int begin) {
            int at = begin;
            if (bytes[at] != '"') {
                while (bare[bytes[at] & 0xFF]) {
                    at++;
                }
                return at;
            }
            do {
                at++;
                while (inQuotes[bytes[at] & 0xFF]) {
                    at++;
                }
                if (bytes[at] != '"') {
                    return UNKNOWN;
                }
                at++;
            } while (bytes[at] == '"');
            return at;
        }
    }
}
