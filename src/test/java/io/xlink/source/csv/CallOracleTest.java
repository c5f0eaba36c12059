package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xlink.config.IniSections;
import io.xlink.model.CallPage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random files, random parameters: the reader must agree with {@link NaiveCalls}. A failure names its seed; {@code
 * -Dcsv.seed=N} runs that round alone, {@code -Dcsv.rounds=N} more of them.
 */
class CallOracleTest {
    private static final int ROUNDS = Integer.getInteger("csv.rounds", 2_500);
    private static final List<String> ZONES = List.of(
            "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");
    /** Days on which clocks change somewhere, the days beside them, and ordinary ones. */
    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(2018, 11, 3),
            LocalDate.of(2018, 11, 4),
            LocalDate.of(2019, 3, 10),
            LocalDate.of(2019, 3, 31),
            LocalDate.of(2019, 4, 7),
            LocalDate.of(2019, 10, 6),
            LocalDate.of(2019, 10, 27),
            LocalDate.of(2019, 11, 3),
            LocalDate.of(2020, 2, 29),
            LocalDate.of(2019, 12, 31),
            LocalDate.of(1999, 1, 9));

    /** Zones, and a date on which their clocks are set back. */
    private static final Map<String, LocalDate> NIGHTS = Map.of(
            "Europe/Berlin", LocalDate.of(2019, 10, 27),
            "America/New_York", LocalDate.of(2019, 11, 3),
            "America/Sao_Paulo", LocalDate.of(2018, 2, 18),
            "Australia/Lord_Howe", LocalDate.of(2019, 4, 7));

    private static final List<String> BAD_DATES = List.of("31.02.2019", "2019-13-01", "", "x", "1.1", "00000000");
    private static final List<String> BAD_TIMES = List.of("", "x", "25:00", "08:60", "0860", "13:00 PM", "8:", "24:01");
    private static final List<String> BAD_VALUES = List.of("x", "1.2.3", "-", "1:2:3:4", "NaN", "0x1", "1 2");
    private static final List<String> NAMES = List.of("A", "a", "Queue 1", "Queue 2", "Wärme", "say \"hi\"", "x;y,z|w");

    @TempDir
    Path directory;

    @Test
    void readerAgreesWithTheNaiveReading() throws IOException {
        Long only = Long.getLong("csv.seed");
        if (only != null) {
            round(only);
            return;
        }
        long base = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            round(base + i);
        }
    }

    private void round(long seed) throws IOException {
        Random random = new Random(seed);
        char separator = one(random, List.of(';', ',', '\t', '|'));
        boolean shifted = random.nextInt(3) == 0;
        boolean zoned = !shifted && random.nextInt(3) == 0;
        // Rows of the hours in which clocks are set back, in about the order in which an export has them.
        boolean night = random.nextInt(4) == 0;
        String nightZone = one(random, NIGHTS.keySet().stream().sorted().toList());
        int shift = shifted ? (random.nextInt(49) - 24) * 30 : 0;
        NaiveCalls naive = new NaiveCalls(
                one(random, List.of("dmy", "mdy", "ymd")),
                zoned ? ZoneId.of(night ? nightZone : one(random, ZONES)) : null,
                shift,
                ZoneId.of(night && !zoned ? nightZone : one(random, ZONES)),
                random.nextBoolean(),
                one(random, List.of(15, 30, 60)),
                random.nextBoolean(),
                random.nextBoolean() ? Set.of("A", "Queue 1", "Wärme") : Set.of(),
                separator == ',');
        List<List<String>> rows = new ArrayList<>();
        int size = random.nextInt(30);
        boolean hourly = random.nextBoolean();
        int minute = hourly ? -60 * random.nextInt(4) : -random.nextInt(180);
        for (int i = 0; i < size; i++) {
            minute += one(random, hourly ? List.of(60, 60, 60, 0) : List.of(0, 15, 30, 30, 60, 60, -45, 7));
            List<String> row = row(random, naive, separator != ',');
            if (night && row.size() > 2) {
                atNight(row, NIGHTS.get(nightZone).atStartOfDay().plusMinutes(minute - shift), naive);
            }
            rows.add(row);
        }
        List<Integer> lines = new ArrayList<>();
        Path file = directory.resolve("calls.csv");
        Files.writeString(file, text(random, rows, separator, lines));
        NaiveCalls.Expected expected = naive.expect(rows);
        ListedRejects rejects = new ListedRejects();
        CsvCallResult result = CsvCallReader.read(
                file,
                CsvCallFormat.of(IniSections.of(file, section(naive, separator))),
                "Test",
                naive.local(),
                rejects);

        String context = "seed " + seed + "\n" + section(naive, separator) + "\nlocal zone " + naive.local() + "\n"
                + Files.readString(file);
        assertThat(lines(rejects, Reject.Kind.BROKEN))
                .as("broken rows, %s", context)
                .isEqualTo(expected.broken().stream().map(lines::get).toList());
        assertThat(lines(rejects, Reject.Kind.UNLISTED))
                .as("unlisted rows, %s", context)
                .isEqualTo(expected.unlisted().stream().map(lines::get).toList());
        Map<String, Double> actual = sums(result);
        assertThat(actual.keySet())
                .as("intervals, %s", context)
                .isEqualTo(expected.sums().keySet());
        for (Map.Entry<String, BigDecimal> e : expected.sums().entrySet()) {
            assertThat(actual.get(e.getKey()))
                    .as("%s, %s", e.getKey(), context)
                    .isCloseTo(e.getValue().doubleValue(), within(1e-6));
        }
    }

    private static Map<String, Double> sums(CsvCallResult result) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (CallPage page : result.table().pages()) {
            for (int i = page.next(0); i >= 0; i = page.next(i + 1)) {
                for (int v = 0; v < 3; v++) {
                    String key =
                            page.queue() + "|" + result.table().valueTypes().get(v) + "|"
                                    + (page.day().startEpochMinute()
                                            + i * result.table().interval());
                    assertThat(sums.put(key, page.value(v, i)))
                            .as("a page twice: %s", key)
                            .isNull();
                }
            }
        }
        return sums;
    }

    private static List<Integer> lines(ListedRejects rejects, Reject.Kind kind) {
        return rejects.rejects.stream()
                .filter(r -> r.kind() == kind)
                .map(r -> (int) r.line())
                .toList();
    }

    private static String section(NaiveCalls naive, char separator) {
        int first = naive.stamps() ? 3 : 4;
        String zone = naive.zone() != null
                ? naive.zone().getId()
                : String.format(Locale.ROOT, "%d.%s", naive.shift() / 60, naive.shift() % 60 == 0 ? "0" : "5");
        if (naive.zone() == null && naive.shift() < 0 && naive.shift() > -60) {
            zone = "-" + zone;
        }
        return String.join(
                "\n",
                "[Test]",
                "HeaderLines=1",
                "GroupColumn=1",
                naive.stamps() ? "TimeStampColumn=2" : "DateColumn=2\nTimeColumn=3",
                "ColumnNames=Queue;" + (naive.stamps() ? "When" : "Date;Time") + ";Calls;Talk;AHT",
                "DateOrder=" + naive.order(),
                "MaxRejects=100",
                "TimeZone=" + zone,
                "Interval=" + naive.interval(),
                "AHTColumn=" + (first + 2),
                naive.weighted() ? "AHTWeightColumn=Calls" : "",
                "SeparatorCharacter=" + (separator == '\t' ? "1" : separator == ';' ? "3" : separator),
                naive.groups().isEmpty() ? "" : "Groups=" + String.join(";", naive.groups()));
    }

    private static List<String> row(Random random, NaiveCalls naive, boolean comma) {
        List<String> row = new ArrayList<>();
        row.add(random.nextInt(40) == 0 ? "" : one(random, NAMES));
        String date = random.nextInt(25) == 0 ? one(random, BAD_DATES) : date(random, naive.order());
        String time = random.nextInt(25) == 0 ? one(random, BAD_TIMES) : time(random);
        if (naive.stamps()) {
            row.add(stamp(random, date, time));
        } else {
            row.add(date);
            row.add(time);
        }
        row.add(value(random, comma, false, !naive.weighted()));
        row.add(value(random, comma, false, true));
        row.add(value(random, comma, true, false));
        if (random.nextInt(20) == 0) {
            row = new ArrayList<>(row.subList(0, random.nextInt(row.size()) + 1));
        } else if (random.nextInt(10) == 0) {
            row.add("more");
        }
        if (random.nextInt(40) == 0) {
            row.replaceAll(f -> " ");
        }
        return row;
    }

    private static void atNight(List<String> row, LocalDateTime time, NaiveCalls naive) {
        String date = time.format(pattern("uuuu-MM-dd"));
        row.set(0, row.get(0).isEmpty() ? "Queue 1" : "A");
        row.set(1, naive.stamps() ? date + " " + time.format(pattern("HH:mm")) : date);
        if (!naive.stamps()) {
            row.set(2, time.format(pattern("HH:mm")));
        }
    }

    private static String stamp(Random random, String date, String time) {
        switch (random.nextInt(6)) {
            case 0:
                LocalTime at = LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(60));
                String offset = one(random, List.of("Z", "+02:00", "-05:00", "+05:30", " Z", " -11:00"));
                return one(random, DATES) + one(random, List.of("T", " ")) + at.format(pattern("HH:mm:ss")) + offset;
            case 1:
                return date;
            default:
                return date + one(random, List.of("T", " ")) + time;
        }
    }

    private static String date(Random random, String order) {
        LocalDate date = one(random, DATES);
        String separator = one(random, List.of(".", "-", "/", ""));
        boolean shorter = !separator.isEmpty() && random.nextBoolean();
        String day = shorter ? "d" : "dd";
        String month = shorter ? "M" : "MM";
        boolean yearFirst = !separator.isEmpty() && random.nextInt(6) == 0;
        String year = yearFirst || random.nextBoolean() ? "uuuu" : "uu";
        String q = separator.isEmpty() ? "" : "'" + separator + "'";
        String pattern = yearFirst || order.equals("ymd")
                ? year + q + month + q + day
                : order.equals("dmy") ? day + q + month + q + year : month + q + day + q + year;
        return date.format(pattern(pattern));
    }

    private static String time(Random random) {
        LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(60));
        return switch (random.nextInt(12)) {
            case 0 -> time.format(pattern("h:mm a"));
            case 1 -> time.format(pattern("hh:mm:ssa")).replace("AM", " AM").replace("PM", " pm");
            case 2 -> time.format(pattern("H:mm:ss"));
            case 3 -> time.format(pattern("HHmm"));
            case 4 -> time.format(pattern("Hmm"));
            case 5 -> time.format(pattern("HHmmss"));
            case 6 -> time.format(pattern("Hmmss"));
            case 7 -> String.valueOf(random.nextInt(24));
            case 8 -> random.nextInt(23) + one(random, List.of(".", ",")) + random.nextInt(100_000);
            case 9 -> one(random, List.of("24:00", "24:00:00", "2400", "24", "24.0"));
            case 10 -> "." + random.nextInt(1_000);
            default -> time.format(pattern("HH:mm"));
        };
    }

    private static String value(Random random, boolean comma, boolean duration, boolean negative) {
        if (random.nextInt(30) == 0) {
            return one(random, BAD_VALUES);
        }
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> "0";
            case 2 -> random.nextInt(500) + "." + random.nextInt(1_000);
            case 3 -> random.nextInt(500) + (comma ? "," : ".") + random.nextInt(100);
            case 4 ->
                duration ? random.nextInt(90) + ":" + String.format(Locale.ROOT, "%02d", random.nextInt(63)) : "7";
            case 5 -> duration ? random.nextInt(3) + ":05:" + random.nextInt(60) + ".5" : negative ? "-3" : "3";
            default -> String.valueOf(random.nextInt(1_000));
        };
    }

    /** Writes the rows as a file and notes the line of each. */
    private static String text(Random random, List<List<String>> rows, char separator, List<Integer> lines) {
        String end = one(random, List.of("\n", "\r\n", "\r"));
        StringBuilder text = new StringBuilder("some header").append(end);
        int line = 2;
        for (List<String> row : rows) {
            if (random.nextInt(30) == 0) {
                text.append(end);
                line++;
            }
            lines.add(line);
            for (int i = 0; i < row.size(); i++) {
                String field = row.get(i);
                boolean quoted = field.indexOf(separator) >= 0 || field.contains("\"") || random.nextInt(20) == 0;
                String padding = !quoted && random.nextInt(20) == 0 && separator != '\t' ? " " : "";
                text.append(i == 0 ? "" : separator)
                        .append(padding)
                        .append(quoted ? "\"" + field.replace("\"", "\"\"") + "\"" : field)
                        .append(padding);
                if (field.equals("more") && random.nextInt(4) == 0) {
                    text.append(separator).append("\"a").append(end).append("b\"");
                    line++;
                }
            }
            text.append(end);
            line++;
        }
        return text.toString();
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
