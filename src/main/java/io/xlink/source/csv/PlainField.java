package io.xlink.source.csv;

/**
 * One column of a plain file. A class for each kind and a small method in each, because a compiler that sees the whole
 * row as one method needs longer for it than the rows take.
 */
abstract class PlainField {
    static final int UNKNOWN = -1;

    /**
     * Reads the field that begins at a place, and keeps what it has read.
     *
     * @return the place behind what it has recognised, where the field must end; or a number below 0
     */
    abstract int take(byte[] bytes, int at);

    /** The group or sub group, by its bytes. */
    static class Name extends PlainField {
        private final ByteNames names;

        Name(ByteNames names) {
            this.names = names;
        }

        /** The number of the last name. */
        int number() {
            return names.found();
        }

        @Override
        int take(byte[] bytes, int at) {
            return names.find(bytes, at);
        }
    }

    /** A date: mostly that of the row before. */
    static class Date extends PlainField {
        private final PlainNames names;
        private final ByteNames texts;
        private long first;
        private long second;
        private long firstMask;
        private long secondMask;
        private int length = UNKNOWN;
        private FileDay day;

        /** @param end ends the text of a date */
        Date(PlainNames names, byte end) {
            this.names = names;
            this.texts = names.dateTexts(end);
        }

        FileDay day() {
            return day;
        }

        @Override
        int take(byte[] bytes, int at) {
            boolean same = (ByteWords.at(bytes, at) & firstMask) == first
                    && (ByteWords.at(bytes, at + Long.BYTES) & secondMask) == second;
            return same && length > 0 ? at + length : other(bytes, at);
        }

        private int other(byte[] bytes, int at) {
            int end = texts.find(bytes, at);
            if (end > 0) {
                day = names.date(texts.found());
                set(bytes, at, end);
            }
            return end;
        }

        /** Remembers the text and the separator behind it, without which it would be the beginning of another one. */
        private void set(byte[] bytes, int from, int end) {
            int count = end - from + 1;
            if (count >= 2 * Long.BYTES) {
                length = UNKNOWN;
                return;
            }
            firstMask = count >= Long.BYTES ? -1 : ByteWords.mask(count);
            secondMask = count >= Long.BYTES ? ByteWords.mask(count - Long.BYTES) : 0;
            first = ByteWords.at(bytes, from) & firstMask;
            second = ByteWords.at(bytes, from + Long.BYTES) & secondMask;
            length = end - from;
        }
    }

    /** {@code hh:mm} or {@code h:mm}, with or without seconds, AM and PM. */
    static final class Time extends PlainField {
        private int minute;

        /** Minute of the day, 0 to 1439. */
        int minute() {
            return minute;
        }

        @Override
        int take(byte[] bytes, int at) {
            int second = bytes[at + 1] - '0';
            boolean two = second >= 0 && second <= 9;
            int colon = two ? at + 2 : at + 1;
            int a = two ? bytes[at] - '0' : 0;
            int b = bytes[colon - 1] - '0';
            int c = bytes[colon + 1] - '0';
            int d = bytes[colon + 2] - '0';
            int hour = a * 10 + b;
            // One of them is below 0 when something is no digit or too large.
            if ((a | b | c | d | 9 - b | 9 - d | 23 - hour | 5 - c) < 0 || bytes[colon] != ':') {
                return UNKNOWN;
            }
            minute = hour * 60 + c * 10 + d;
            int end = bytes[colon + 3] == ':' ? seconds(bytes, colon + 4) : colon + 3;
            return end >= 0 && (bytes[end] == ' ' || isHalfDay(bytes[end])) ? halfDay(bytes, end, hour) : end;
        }

        private int halfDay(byte[] bytes, int from, int hour) {
            int at = bytes[from] == ' ' ? from + 1 : from;
            if (!isHalfDay(bytes[at]) || (bytes[at + 1] | 0x20) != 'm' || hour < 1 || hour > 12) {
                return UNKNOWN;
            }
            boolean afternoon = (bytes[at] | 0x20) == 'p';
            minute += (hour % 12 - hour + (afternoon ? 12 : 0)) * 60;
            return at + 2;
        }

        private static boolean isHalfDay(byte letter) {
            return (letter | 0x20) == 'a' || (letter | 0x20) == 'p';
        }

        private static int seconds(byte[] bytes, int at) {
            int a = bytes[at] - '0';
            int b = bytes[at + 1] - '0';
            return (a | b | 5 - a | 9 - b) < 0 ? UNKNOWN : at + 2;
        }
    }

    /** A date, a blank or T, and a time. */
    static final class TimeStamp extends PlainField {
        private final Date blank;
        private final Date letter;
        private final Time time;
        private FileDay day;

        /**
         * @param blank dates that end at a blank
         * @param letter dates that end at a T
         */
        TimeStamp(Date blank, Date letter, Time time) {
            this.blank = blank;
            this.letter = letter;
            this.time = time;
        }

        FileDay day() {
            return day;
        }

        @Override
        int take(byte[] bytes, int at) {
            int end = blank.take(bytes, at);
            if (end >= 0) {
                day = blank.day();
            } else {
                end = letter.take(bytes, at);
                if (end < 0) {
                    return UNKNOWN;
                }
                day = letter.day();
            }
            return time.take(bytes, end + 1);
        }
    }

    /** A number without sign, with no other decimals than zeros, or nothing, which is 0. */
    static final class Number extends PlainField {
        /** More may not fit an int. */
        static final int DIGITS = 9;

        private final int[] numbers;
        private final int position;
        private final byte comma;

        /**
         * @param numbers takes the number at a position
         * @param comma begins decimals, as a point does
         */
        Number(int[] numbers, int position, byte comma) {
            this.numbers = numbers;
            this.position = position;
            this.comma = comma;
        }

        /** Where decimals end that are zeros, or {@link #UNKNOWN}. */
        static int zeros(byte[] bytes, int begin) {
            int at = begin;
            while (bytes[at] == '0' && at - begin <= DIGITS) {
                at++;
            }
            return at > begin && (bytes[at] < '0' || bytes[at] > '9') ? at : UNKNOWN;
        }

        @Override
        int take(byte[] bytes, int begin) {
            int at = begin;
            int number = 0;
            int digit = bytes[at] - '0';
            while (digit >= 0 && digit <= 9) {
                number = number * 10 + digit;
                digit = bytes[++at] - '0';
            }
            numbers[position] = number;
            if (at - begin > DIGITS) {
                return UNKNOWN;
            }
            return at > begin && (bytes[at] == '.' || bytes[at] == comma) ? zeros(bytes, at + 1) : at;
        }
    }

    /** A column of which only the end matters. */
    static final class Other extends PlainField {
        private final boolean[] ordinary;

        /** @param ordinary by byte, whether it can neither end the field nor make the row an uncommon one */
        Other(boolean[] ordinary) {
            this.ordinary = ordinary;
        }

        @Override
        int take(byte[] bytes, int begin) {
            int at = begin;
            while (ordinary[bytes[at] & 0xFF]) {
                at++;
            }
            return at;
        }
    }
}
