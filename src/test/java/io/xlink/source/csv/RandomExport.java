package io.xlink.source.csv;

import io.xlink.source.csv.SqlCalls.Call;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A random configuration, random calls, and the files in which they are written. */
final class RandomExport {
    private static final List<String> ZONES = List.of(
            "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");
    /** Days on which clocks change somewhere, the days beside them, and ordinary ones. */
    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(2018, 11, 3),
            LocalDate.of(2018, 11, 4),
            LocalDate.of(2019, 3, 31),
            LocalDate.of(2019, 4, 7),
            LocalDate.of(2019, 10, 27),
            LocalDate.of(2020, 2, 29),
            LocalDate.of(2026, 12, 31),
            LocalDate.of(1999, 1, 9));

    private static final List<String> GROUPS = List.of("A", "a", "Queue 1", "Wärme", "say \"hi\"", "x;y,z|w");
    private static final List<String> SUB_GROUPS = List.of("north", "Süd", "9");
    private static final List<String> TEXTS = List.of("", "x", "a \"quoted\" word", "1;2,3|4\t5^6", "two\nlines", "ä");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    final ZoneId local;
    final int interval;
    final int values;
    final boolean aht;
    final List<Call> calls = new ArrayList<>();
    final List<byte[]> files = new ArrayList<>();
    final String section;

    private final Random random;
    private final char separator;
    private final ZoneId zone;
    private final int shift;
    private final boolean stamps;
    private final boolean groups;
    private final boolean subGroups;
    private final int weight;
    private final List<String> columns = new ArrayList<>();
    private final RandomWriting writing;
    private final int headerLines;
    private final String lineEnd;
    private final int quoting;

    RandomExport(long seed) {
        random = new Random(seed);
        separator = one(List.of(';', ',', '\t', '|', '^'));
        String order = one(List.of("dmy", "mdy", "ymd"));
        writing = new RandomWriting(random, order, separator != ',');
        local = ZoneId.of(one(ZONES));
        boolean zoned = random.nextInt(3) == 0;
        zone = zoned ? ZoneId.of(one(ZONES)) : null;
        shift = zoned || random.nextBoolean() ? 0 : (random.nextInt(49) - 24) * 30;
        interval = one(List.of(15, 30, 60));
        stamps = random.nextInt(3) == 0;
        groups = random.nextInt(8) > 0;
        subGroups = groups && random.nextInt(3) == 0;
        values = 1 + random.nextInt(SqlCalls.MOST_VALUES);
        aht = random.nextBoolean();
        weight = aht && random.nextBoolean() ? random.nextInt(values) : -1;
        headerLines = random.nextInt(3);
        lineEnd = one(List.of("\n", "\r\n", "\r"));
        quoting = random.nextInt(3);
        columns();
        section = section(order);
        for (int file = random.nextInt(3); file >= 0; file--) {
            files.add(bytes(text()));
        }
    }

    private void columns() {
        columns.addAll(stamps ? List.of("When") : List.of("Date", "Time"));
        if (groups) {
            columns.add("Group");
        }
        if (subGroups) {
            columns.add("Sub");
        }
        for (int v = 0; v < values; v++) {
            columns.add("V" + v);
        }
        if (aht) {
            columns.add("AHT");
        }
        Collections.shuffle(columns, random);
        // The table's value types are in the order of the columns.
        List<String> names = new ArrayList<>(
                columns.stream().filter(n -> n.startsWith("V")).sorted().toList());
        columns.replaceAll(name -> name.startsWith("V") ? names.remove(0) : name);
        // Neither first nor last, where an empty element of a list would be none.
        columns.add(1 + random.nextInt(columns.size() - 1), "");
    }

    private String section(String order) {
        List<String> lines = new ArrayList<>(List.of("[Test]", "DateOrder=" + order, "Interval=" + interval));
        lines.add("ColumnNames=" + String.join(";", columns));
        lines.add("HeaderLines=" + headerLines);
        lines.add(stamps ? position("TimeStampColumn", "When") : position("DateColumn", "Date"));
        lines.add(stamps ? "" : position("TimeColumn", "Time"));
        lines.add(groups ? position("GroupColumn", "Group") : "Groups=only");
        lines.add(subGroups ? position("SubGroupColumn", "Sub") : "");
        lines.add(aht ? position("AHTColumn", "AHT") : "");
        lines.add(weight >= 0 ? "AHTWeightColumn=V" + weight : "");
        lines.add("TimeZone=" + (zone == null ? shift() : zone.getId()));
        boolean detected = separator != '^' && random.nextInt(4) == 0;
        String code = separator == '\t' ? "1" : separator == ',' ? "2" : separator == ';' ? "3" : "" + separator;
        lines.add("SeparatorCharacter=" + (detected ? "0" : code));
        return String.join("\n", lines);
    }

    private String position(String key, String column) {
        return key + "=" + (columns.indexOf(column) + 1);
    }

    private String shift() {
        String sign = shift < 0 ? "-" : "";
        int size = Math.abs(shift);
        return sign
                + (random.nextBoolean()
                        ? "%02d:%02d".formatted(size / 60, size % 60)
                        : size / 60 + (size % 60 == 0 ? "" : ".5"));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < headerLines; i++) {
            String line = i == 0 ? String.join("" + separator, columns) : "anything";
            text.append(line).append(lineEnd);
        }
        for (int i = random.nextInt(20); i >= 0; i--) {
            text.append(row()).append(lineEnd);
            if (random.nextInt(15) == 0) {
                text.append(lineEnd);
            }
        }
        if (random.nextInt(3) == 0) {
            text.setLength(text.length() - lineEnd.length());
        }
        return text.toString();
    }

    private String row() {
        LocalDateTime shown = shown();
        String group = groups ? one(GROUPS) : "only";
        String sub = one(SUB_GROUPS);
        List<Long> numbers = new ArrayList<>();
        for (int v = 0; v < values; v++) {
            numbers.add(v != weight && random.nextInt(12) == 0 ? -random.nextLong(40) : random.nextLong(400) & -step());
        }
        long seconds = random.nextInt(4) == 0 ? 0 : random.nextLong(20_000) & -step();
        String stamp = writing.timeStamp(shown);
        ZonedDateTime time = zone == null
                ? shown.plusMinutes(shift).atZone(local)
                : shown.atZone(zone).withZoneSameInstant(local);
        if (stamps && random.nextInt(3) == 0) {
            ZoneOffset offset = one(List.of(ZoneOffset.UTC, ZoneOffset.ofHours(2), ZoneOffset.ofHoursMinutes(-5, -30)));
            time = shown.atOffset(offset).atZoneSameInstant(local);
            stamp += (random.nextInt(4) == 0 ? " " : "") + offset.getId();
        }
        long w = weight < 0 ? (seconds > 0 ? 4 : 0) : numbers.get(weight);
        calls.add(new Call(subGroups ? group + ":" + sub : group, time, numbers, aht ? seconds : 0, aht ? w : 0));
        List<String> fields = new ArrayList<>();
        for (String column : columns) {
            fields.add(written(
                    switch (column) {
                        case "When" -> stamp;
                        case "Date" -> writing.date(shown.toLocalDate());
                        case "Time" -> writing.time(shown.toLocalTime());
                        case "Group" -> group;
                        case "Sub" -> sub;
                        case "AHT" -> writing.duration(seconds);
                        case "" -> one(TEXTS).replace("\n", lineEnd);
                        default -> writing.number(numbers.get(column.charAt(1) - '0'));
                    }));
        }
        return String.join("" + separator, fields);
    }

    /** Mostly whole numbers. */
    private long step() {
        return random.nextInt(4) == 0 ? 1 : 4;
    }

    /** A time that the file's clock shows once, because of one shown twice the rows decide together. */
    private LocalDateTime shown() {
        while (true) {
            LocalDateTime shown = LocalDateTime.of(
                    one(DATES), LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(4) == 0 ? 30 : 0));
            LocalDateTime ruled = zone == null ? shown.plusMinutes(shift) : shown;
            if ((zone == null ? local : zone).getRules().getValidOffsets(ruled).size() < 2) {
                return shown;
            }
        }
    }

    private String written(String field) {
        boolean must =
                field.contains("\"") || field.contains("\n") || field.contains("\r") || field.indexOf(separator) >= 0;
        if (must || quoting == 2 || quoting == 1 && random.nextBoolean()) {
            return '"' + field.replace("\"", "\"\"") + '"';
        }
        return random.nextInt(30) == 0 ? " " + field + " " : field;
    }

    private byte[] bytes(String text) {
        return switch (random.nextInt(6)) {
            case 0 -> marked(0xEFBBBF, 3, text.getBytes(StandardCharsets.UTF_8));
            case 1 -> marked(0xFFFE, 2, text.getBytes(StandardCharsets.UTF_16LE));
            case 2 -> marked(0xFEFF, 2, text.getBytes(StandardCharsets.UTF_16BE));
            case 3 -> text.getBytes(WINDOWS);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] marked(int mark, int length, byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = length - 1; i >= 0; i--) {
            bytes.write(mark >> 8 * i);
        }
        bytes.writeBytes(text);
        return bytes.toByteArray();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
