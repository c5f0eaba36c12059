package io.xlink.source.csv;

/**
 * Reads times of day (specification, section 4): {@code 9:50 AM}, {@code 9:50:34 AM}, {@code 08:48}, {@code
 * 8:48:00}, {@code 0848}, {@code 848}, {@code 084800}, {@code 84800}, decimal hours {@code .5}, {@code 8.5}, {@code
 * 12,7}; one or two digits are the hour. {@code 24:00} is the midnight that ends the day.
 */
final class TimeText {
    private static final BadField NOT_A_TIME = new BadField("not a time");
    private static final BadField NO_SUCH_TIME = new BadField("there is no such time");
    private static final int SECONDS_OF_DAY = 86_400;

    private TimeText() {}

    /** The minute of the day in which the time lies, 0 to 1440. */
    static int minute(char[] chars, int from, int to) throws BadField {
        // By far the most frequent form first: hh:mm
        if (to - from == 5 && chars[from + 2] == ':') {
            return second(number(chars, from, from + 2), number(chars, from + 3, to), 0) / 60;
        }
        return second(chars, from, to) / 60;
    }

    /** The second of the day, 0 to 86,400; what is smaller than a second is dropped. */
    static int second(char[] chars, int from, int to) throws BadField {
        int end = to;
        int halfDay = -1;
        if (end - from > 2 && (chars[end - 1] | 0x20) == 'm') {
            halfDay = halfDay(chars[end - 2]);
            end -= 2;
            while (end > from && chars[end - 1] <= ' ') {
                end--;
            }
        }
        int colon = find(chars, from, end, ':', ':');
        if (colon < 0) {
            int point = find(chars, from, end, '.', ',');
            if (point >= 0 && halfDay < 0) {
                return decimalHours(chars, from, point, end);
            }
            return digitsOnly(chars, from, end, halfDay);
        }
        int hour = hour(number(chars, from, colon), halfDay);
        int second = find(chars, colon + 1, end, ':', ':');
        if (second < 0) {
            return second(hour, number(chars, colon + 1, end), 0);
        }
        int fraction = find(chars, second + 1, end, '.', ',');
        if (fraction >= 0) {
            checkDigits(chars, fraction + 1, end);
            end = fraction;
        }
        return second(hour, number(chars, colon + 1, second), number(chars, second + 1, end));
    }

    /** Hours times 3600, to the nearest second: 8.3333 means 08:20 and not 08:19. */
    private static int decimalHours(char[] chars, int from, int point, int end) throws BadField {
        int hours = point == from ? 0 : number(chars, from, point);
        checkDigits(chars, point + 1, end);
        // Six places are below a hundredth of a second; what follows cannot matter.
        int fraction = 0;
        int scale = 1;
        for (int i = point + 1; i < end && scale < 1_000_000; i++) {
            fraction = fraction * 10 + chars[i] - '0';
            scale *= 10;
        }
        long seconds = hours * 3600L + (fraction * 3600L * 2 + scale) / (2L * scale);
        if (seconds > SECONDS_OF_DAY) {
            throw NO_SUCH_TIME;
        }
        return (int) seconds;
    }

    private static int digitsOnly(char[] chars, int from, int end, int halfDay) throws BadField {
        int length = end - from;
        if (length <= 2) {
            return second(hour(number(chars, from, end), halfDay), 0, 0);
        }
        if (length <= 4) {
            return second(hour(number(chars, from, end - 2), halfDay), number(chars, end - 2, end), 0);
        }
        if (length <= 6) {
            return second(
                    hour(number(chars, from, end - 4), halfDay),
                    number(chars, end - 4, end - 2),
                    number(chars, end - 2, end));
        }
        throw NOT_A_TIME;
    }

    /** Seconds of the day. */
    private static int second(int hour, int minute, int second) throws BadField {
        if (minute > 59 || second > 59 || hour > 24 || hour == 24 && minute + second > 0) {
            throw NO_SUCH_TIME;
        }
        return (hour * 60 + minute) * 60 + second;
    }

    private static int halfDay(char letter) throws BadField {
        return switch (letter) {
            case 'a', 'A' -> 0;
            case 'p', 'P' -> 12;
            default -> throw NOT_A_TIME;
        };
    }

    private static int hour(int hour, int halfDay) throws BadField {
        if (halfDay < 0) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw NO_SUCH_TIME;
        }
        return hour % 12 + halfDay;
    }

    private static int number(char[] chars, int from, int to) throws BadField {
        if (from >= to || to - from > 2) {
            throw NOT_A_TIME;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9) {
                throw NOT_A_TIME;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static void checkDigits(char[] chars, int from, int to) throws BadField {
        if (from >= to) {
            throw NOT_A_TIME;
        }
        for (int i = from; i < to; i++) {
            if (chars[i] < '0' || chars[i] > '9') {
                throw NOT_A_TIME;
            }
        }
    }

    private static int find(char[] chars, int from, int to, char a, char b) {
        for (int i = from; i < to; i++) {
            if (chars[i] == a || chars[i] == b) {
                return i;
            }
        }
        return -1;
    }
}
