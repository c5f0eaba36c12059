package io.xlink.source.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads dates (specification, section 4): separators {@code .}, {@code -}, {@code /} or none, years of two or four
 * digits. Not made for the loop over the rows; {@link FileDays} calls it once for each distinct text.
 */
final class DateText {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2099;
    private static final Map<DateOrder, BadField> NOT_A_DATE = new EnumMap<>(DateOrder.class);
    private static final BadField NO_SUCH_DAY = new BadField("there is no such day");
    private static final BadField NO_SUCH_DATE = new BadField("there is no such day");
    private static final BadField DAY_NUMBER = new BadField("a spreadsheet's day number is not a date");
    private static final BadField BAD_YEAR = new BadField("the year is not within " + FIRST_YEAR + " to " + LAST_YEAR);

    static {
        for (DateOrder order : DateOrder.values()) {
            NOT_A_DATE.put(order, new BadField("not a date (" + order + ")"));
        }
    }

    private DateText() {}

    /**
     * @param text the date without surrounding blanks
     * @param order which part is which, unless the first part has four digits and so can only be the year
     * @throws WrongOrder when it is a date, but in another order. A day that the month does not have is not enough for
     *     that: the 31st of February is a mistake in one row and says nothing about the others.
     */
    static LocalDate parse(String text, DateOrder order) throws BadField {
        try {
            return inOrder(text, order);
        } catch (BadField e) {
            if (e != NO_SUCH_DAY) {
                for (DateOrder other : DateOrder.values()) {
                    if (other != order && fits(text, other)) {
                        throw new WrongOrder(order, other);
                    }
                }
            }
            throw e;
        }
    }

    private static boolean fits(String text, DateOrder order) {
        try {
            inOrder(text, order);
            return true;
        } catch (BadField e) {
            return false;
        }
    }

    private static LocalDate inOrder(String text, DateOrder order) throws BadField {
        String[] parts = split(text, order);
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 4 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw NOT_A_DATE.get(order);
            }
        }
        DateOrder actual = parts[0].length() == 4 ? DateOrder.YMD : order;
        return switch (actual) {
            case DMY -> date(parts[2], parts[1], parts[0], order);
            case MDY -> date(parts[2], parts[0], parts[1], order);
            case YMD -> date(parts[0], parts[1], parts[2], order);
        };
    }

    private static String[] split(String text, DateOrder order) throws BadField {
        for (char separator : new char[] {'.', '-', '/'}) {
            int first = text.indexOf(separator);
            if (first >= 0) {
                int second = text.indexOf(separator, first + 1);
                if (second < 0) {
                    break;
                }
                return new String[] {
                    text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1)
                };
            }
        }
        // 1982 to 2064, whole days or with the time as a fraction. A dot alone separates no date.
        if (text.matches("[3-5]\\d{4}([.,]\\d+)?")) {
            throw DAY_NUMBER;
        }
        if (text.length() != 6 && text.length() != 8) {
            throw NOT_A_DATE.get(order);
        }
        int first = order == DateOrder.YMD ? text.length() - 4 : 2;
        return new String[] {text.substring(0, first), text.substring(first, first + 2), text.substring(first + 2)};
    }

    private static LocalDate date(String year, String month, String day, DateOrder order) throws BadField {
        if (year.length() % 2 != 0 || month.length() > 2 || day.length() > 2) {
            throw NOT_A_DATE.get(order);
        }
        int y = Integer.parseInt(year);
        if (year.length() == 2) {
            y += y < 70 ? 2000 : 1900;
        }
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        if (m < 1 || m > 12 || d < 1 || d > 31) {
            throw NO_SUCH_DATE;
        }
        if (y < FIRST_YEAR || y > LAST_YEAR) {
            throw BAD_YEAR;
        }
        try {
            return LocalDate.of(y, m, d);
        } catch (DateTimeException e) {
            throw NO_SUCH_DAY;
        }
    }
}
