package io.xlink.source.csv;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The specification once more, as plainly as Java allows and without a thought about speed: strings, java.time, exact
 * decimals, a map by text. It shares nothing with the reader but the specification.
 *
 * @param order dmy, mdy or ymd
 * @param zone zone of the file's clock, or null
 * @param shift minutes to add to the file's clock
 * @param stamps whether date and time are one column
 * @param weighted whether the handling time is weighted by the calls
 * @param groups the listed groups; empty for all
 * @param comma whether a comma separates the columns
 */
record NaiveCalls(
        String order,
        ZoneId zone,
        int shift,
        ZoneId local,
        boolean stamps,
        int interval,
        boolean weighted,
        Set<String> groups,
        boolean comma) {

    /** What a file must come to: sums by {@code queue|value type|start in epoch minutes}, and the rows left out. */
    record Expected(Map<String, BigDecimal> sums, List<Integer> broken, List<Integer> unlisted) {}

    private record Mean(BigDecimal sum, BigDecimal weight, BigDecimal plainSum, int plainRows) {
        BigDecimal value() {
            if (weight.signum() > 0) {
                return sum.divide(weight, MathContext.DECIMAL64);
            }
            return plainRows == 0
                    ? BigDecimal.ZERO
                    : plainSum.divide(BigDecimal.valueOf(plainRows), MathContext.DECIMAL64);
        }
    }

    /** Rows are queue, date, time, calls, talk, handling time, or queue, time stamp and the same values. */
    Expected expect(List<List<String>> rows) {
        Expected expected = new Expected(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, Mean> means = new LinkedHashMap<>();
        Map<String, List<Shown>> history = new LinkedHashMap<>();
        int first = stamps ? 2 : 3;
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i).stream().map(String::strip).toList();
            if (row.stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (row.size() < first + 3 || comma && row.size() > first + 3) {
                expected.broken.add(i);
                continue;
            }
            if (groups.isEmpty() && row.get(0).isEmpty()) {
                expected.broken.add(i);
                continue;
            }
            if (!groups.isEmpty() && !groups.contains(row.get(0))) {
                expected.unlisted.add(i);
                continue;
            }
            try {
                List<Shown> before = history.computeIfAbsent(row.get(0), q -> new ArrayList<>());
                List<Shown> shown = new ArrayList<>(before);
                ZonedDateTime moment = stamps ? stamp(row.get(1), shown) : moment(row.get(1), row.get(2), shown);
                LocalDate day = moment.toLocalDate();
                long start = day.atStartOfDay(local).toEpochSecond() / 60;
                long minute = Math.floorDiv(moment.toEpochSecond(), 60L);
                String key = "|" + (start + (minute - start) / interval * interval);
                BigDecimal calls = number(row.get(first));
                BigDecimal talk = number(row.get(first + 1));
                BigDecimal aht = duration(row.get(first + 2));
                history.put(row.get(0), shown);
                expected.sums.merge(row.get(0) + "|Calls" + key, calls, BigDecimal::add);
                expected.sums.merge(row.get(0) + "|Talk" + key, talk, BigDecimal::add);
                BigDecimal weight = weighted ? calls : BigDecimal.valueOf(aht.signum());
                boolean plain = weight.signum() == 0 && aht.signum() > 0;
                Mean mean = new Mean(aht.multiply(weight), weight, plain ? aht : BigDecimal.ZERO, plain ? 1 : 0);
                means.merge(
                        row.get(0) + "|AHT" + key,
                        mean,
                        (a, b) -> new Mean(
                                a.sum.add(b.sum),
                                a.weight.add(b.weight),
                                a.plainSum.add(b.plainSum),
                                a.plainRows + b.plainRows));
            } catch (DateTimeException | NumberFormatException e) {
                expected.broken.add(i);
            }
        }
        means.forEach((key, mean) -> expected.sums.put(key, mean.value()));
        return expected;
    }

    /**
     * What the file's clock shows in a row.
     *
     * @param time of the zone whose clock changes count
     */
    private record Shown(LocalDate date, LocalDateTime time, boolean onBoundary) {}

    private ZonedDateTime stamp(String text, List<Shown> shown) {
        String iso = text.replaceFirst("[tT ]\\s*", "T").replaceFirst("\\s+([zZ]|[+-]\\d.*)$", "$1");
        if (iso.matches("\\d{4}-.*(Z|[+-]\\d\\d:\\d\\d)")) {
            return OffsetDateTime.parse(iso).atZoneSameInstant(local);
        }
        int t = iso.indexOf('T');
        if (t < 0) {
            throw new DateTimeException("no time");
        }
        return moment(iso.substring(0, t), iso.substring(t + 1), shown);
    }

    /** @param rows what the clock showed in the queue's rows before; the new one is added */
    private ZonedDateTime moment(String dateText, String timeText, List<Shown> rows) {
        LocalDate date = date(dateText);
        boolean next = timeText.matches("24(:00(:00)?)?|2400(00)?|24[.,]0+");
        LocalDateTime shown = next
                ? date.plusDays(1).atStartOfDay()
                : date.atTime(time(timeText)).truncatedTo(ChronoUnit.MINUTES);
        ZoneId clock = zone == null ? local : zone;
        rows.add(new Shown(date, shown.plusMinutes(shift), (shown.getHour() * 60 + shown.getMinute()) % interval == 0));
        ZonedDateTime first = ZonedDateTime.ofLocal(shown.plusMinutes(shift), clock, null);
        ZonedDateTime moment = isSecondPass(rows, clock) ? first.withLaterOffsetAtOverlap() : first;
        return moment.withZoneSameInstant(local);
    }

    /** Whether the last row's time is shown for the second time, by all rows up to it. */
    private boolean isSecondPass(List<Shown> all, ZoneId clock) {
        ZoneOffsetTransition change = clock.getRules().getTransition(all.get(all.size() - 1).time);
        if (change == null || !change.isOverlap()) {
            return false;
        }
        List<Shown> rows = all.stream()
                .filter(r -> change.getDateTimeAfter()
                                .isBefore(
                                        r.date.atStartOfDay().plusMinutes(shift).plusDays(2))
                        && change.getDateTimeBefore()
                                .isAfter(r.date.atStartOfDay().plusMinutes(shift)))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            LocalDateTime time = rows.get(i).time;
            if (!change.equals(clock.getRules().getTransition(time))) {
                continue;
            }
            boolean repeats = i >= 3 && rows.get(i - 1).time.equals(time);
            for (int before = 0; before < i; before++) {
                LocalDateTime earlier = rows.get(before).time;
                boolean same = change.equals(clock.getRules().getTransition(earlier));
                if (same
                        && 2 * Duration.between(time, earlier).toMinutes()
                                >= -change.getDuration().toMinutes()) {
                    return true;
                }
                repeats &= rows.get(before).onBoundary
                        && (before == 0 || rows.get(before - 1).time.isBefore(earlier));
            }
            if (repeats) {
                return true;
            }
        }
        return false;
    }

    private LocalDate date(String text) {
        for (String separator : List.of(".", "-", "/", "")) {
            for (boolean century : new boolean[] {true, false}) {
                for (String parts : List.of(order, "ymd")) {
                    if (parts.equals("ymd") && !order.equals("ymd") && (!century || separator.isEmpty())) {
                        continue;
                    }
                    try {
                        return LocalDate.parse(text, formatter(parts, separator, century));
                    } catch (DateTimeParseException e) {
                        // The next form may fit.
                    }
                }
            }
        }
        throw new DateTimeException("no date: " + text);
    }

    private static DateTimeFormatter formatter(String parts, String separator, boolean century) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        for (int i = 0; i < 3; i++) {
            if (i > 0) {
                builder.appendLiteral(separator);
            }
            int least = separator.isEmpty() ? 2 : 1;
            switch (parts.charAt(i)) {
                case 'd' -> builder.appendValue(ChronoField.DAY_OF_MONTH, least, 2, SignStyle.NOT_NEGATIVE);
                case 'm' -> builder.appendValue(ChronoField.MONTH_OF_YEAR, least, 2, SignStyle.NOT_NEGATIVE);
                default -> {
                    if (century) {
                        builder.appendValue(ChronoField.YEAR, 4);
                    } else {
                        builder.appendValueReduced(ChronoField.YEAR, 2, 2, 1970);
                    }
                }
            }
        }
        return builder.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private static LocalTime time(String text) {
        if (text.matches("\\d*[.,]\\d+")) {
            BigDecimal hours = new BigDecimal("0" + text.replace(',', '.'));
            long seconds = hours.multiply(BigDecimal.valueOf(3600))
                    .setScale(0, java.math.RoundingMode.HALF_UP)
                    .longValueExact();
            return LocalTime.ofSecondOfDay(seconds);
        }
        String[] patterns = {"H:mm", "H:mm:ss", "h:mm a", "h:mm:ss a"};
        for (String pattern : patterns) {
            try {
                return LocalTime.parse(
                        text.toUpperCase(Locale.ROOT), DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
            } catch (DateTimeParseException e) {
                // The next form may fit.
            }
        }
        if (text.matches("\\d{1,6}")) {
            String hour = text.length() <= 2 ? text + "0000" : text.length() <= 4 ? text + "00" : text;
            String six = "000000".substring(hour.length() > 6 ? 6 : hour.length()) + hour;
            return LocalTime.parse(six, DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT));
        }
        throw new DateTimeException("no time: " + text);
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text.replace(',', '.'));
    }

    private static BigDecimal duration(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length > 3) {
            throw new NumberFormatException(text);
        }
        BigDecimal seconds = BigDecimal.ZERO;
        for (int i = 0; i < parts.length; i++) {
            BigDecimal part = number(parts[i]);
            if (part.signum() < 0 || i > 0 && part.compareTo(BigDecimal.valueOf(60)) >= 0) {
                throw new NumberFormatException(text);
            }
            seconds = seconds.multiply(BigDecimal.valueOf(60)).add(part);
        }
        return seconds;
    }
}
