package io.xlink.source.csv;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes dates, times and numbers in one of the forms that section 4 of the specification names. */
final class RandomWriting {
    private final Random random;
    private final String order;
    private final boolean commaDecimals;

    /** @param commaDecimals whether the separator leaves the comma to decimals */
    RandomWriting(Random random, String order, boolean commaDecimals) {
        this.random = random;
        this.order = order;
        this.commaDecimals = commaDecimals;
    }

    String date(LocalDate date) {
        String separator = one(List.of(".", "-", "/", ""));
        boolean fourDigits = random.nextBoolean();
        boolean padded = separator.isEmpty() || random.nextBoolean();
        String year = fourDigits ? "%04d".formatted(date.getYear()) : "%02d".formatted(date.getYear() % 100);
        String month = (padded ? "%02d" : "%d").formatted(date.getMonthValue());
        String day = (padded ? "%02d" : "%d").formatted(date.getDayOfMonth());
        boolean yearFirst = order.equals("ymd") || fourDigits && !separator.isEmpty() && random.nextInt(4) == 0;
        if (yearFirst) {
            return String.join(separator, year, month, day);
        }
        return order.equals("dmy")
                ? String.join(separator, day, month, year)
                : String.join(separator, month, day, year);
    }

    /** A time of day to the second; forms without seconds are taken where there are none to write. */
    String time(LocalTime time) {
        int h = time.getHour();
        int m = time.getMinute();
        int s = time.getSecond();
        if (s > 0) {
            return switch (random.nextInt(4)) {
                case 0 -> "%02d:%02d:%02d".formatted(h, m, s);
                case 1 -> "%d:%02d:%02d".formatted(h, m, s);
                case 2 -> "%02d%02d%02d".formatted(h, m, s);
                default -> halfDay(h, ":%02d:%02d".formatted(m, s));
            };
        }
        return switch (random.nextInt(m % 15 == 0 ? 8 : 6)) {
            case 0, 1 -> "%02d:%02d".formatted(h, m);
            case 2 -> "%d:%02d".formatted(h, m);
            case 3 -> "%02d%02d".formatted(h, m);
            case 4 -> "%d%02d".formatted(h, m);
            case 5 -> halfDay(h, ":%02d".formatted(m));
            default -> m == 0 && random.nextBoolean() ? Integer.toString(h) : decimalHours(h, m);
        };
    }

    /** Date and time in one field. */
    String timeStamp(LocalDateTime time) {
        LocalTime t = time.toLocalTime();
        String written =
                random.nextBoolean() ? "%02d:%02d:%02d".formatted(t.getHour(), t.getMinute(), t.getSecond()) : time(t);
        return date(time.toLocalDate()) + one(List.of("T", " ")) + written;
    }

    /** A number of quarters. */
    String number(long quarters) {
        if (quarters == 0 && random.nextInt(3) == 0) {
            return "";
        }
        String sign = quarters < 0 ? "-" : "";
        long size = Math.abs(quarters);
        if (size % 4 == 0 && random.nextInt(4) > 0) {
            return sign + size / 4;
        }
        String decimals = List.of("0", "25", "5", "75").get((int) (size % 4));
        return sign + size / 4 + (commaDecimals && random.nextBoolean() ? "," : ".") + decimals;
    }

    /** A handling time of so many quarters of a second. */
    String duration(long quarters) {
        long seconds = quarters / 4;
        if (quarters % 4 > 0 || random.nextInt(3) == 0) {
            return number(quarters);
        }
        return seconds >= 3600 && random.nextBoolean()
                ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
                : "%02d:%02d".formatted(seconds / 60, seconds % 60);
    }

    private String halfDay(int hour, String rest) {
        String mark = one(List.of("AM", " AM", "am", " am"));
        if (hour >= 12) {
            mark = mark.replace('A', 'P').replace('a', 'p');
        }
        return (hour % 12 == 0 ? 12 : hour % 12) + rest + mark;
    }

    private String decimalHours(int hour, int minute) {
        String decimals = String.format(Locale.ROOT, "%d", minute * 100 / 60);
        String point = commaDecimals && random.nextBoolean() ? "," : ".";
        return (hour == 0 && random.nextBoolean() ? "" : hour) + point + decimals;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
