package io.xlink.source.csv;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A file of mostly sound rows, the parameters for it, and everything that may be odd about files. */
final class RandomCallFile {
    private static final List<String> QUEUES = List.of(
            "A", "B", "Queue_123", "Queue_124", "Wärme", "Kälte 1", "a queue with a long name, longer than most");
    private static final List<String> ODD_QUEUES =
            List.of("", " A", "B ", "x\"y", "\u20AC", "q".repeat(130), "A\0", "C\tD", "A\nB", "Line\r\nbreak");
    private static final List<String> DATES = List.of(
            "01.09.2019", "02.09.2019", "31.03.2019", "27.10.2019", "26.10.2019", "2019-09-01", "1.9.19", "010919");
    private static final List<String> ODD_DATES =
            List.of("", "31.02.2019", "x", " 01.09.2019", "01.09.2019 ", "13/13/2019");
    private static final List<String> TIMES = List.of(
            "08:00",
            "08:14",
            "08:15",
            "23:59",
            "02:30",
            "03:00",
            "00:00",
            "12:00:59",
            "08:00:30",
            "8:05",
            "9:50 PM",
            "9:50 AM",
            "12:00am",
            "8:15:30 Pm");
    private static final List<String> ODD_TIMES = List.of(
            "24:00",
            "8:5",
            "13:00 PM",
            "0:30 AM",
            "8:00 XM",
            "8:00 A",
            "8:00AM ",
            "8:00 ",
            "08:00Am+02:00",
            "0800",
            "8.5",
            "08:60",
            "25:00",
            "08:00:60",
            "08:00:",
            "08:0",
            " 08:00",
            "",
            "x",
            "08:00:30.5",
            "08:00Z",
            "08:00+02:00",
            "12");
    private static final List<String> NUMBERS = List.of("0", "1", "7", "12", "345", "007", "3.0", "12.00");
    private static final List<String> ODD_NUMBERS = List.of(
            "",
            "-3",
            "2.5",
            "0,25",
            "7,0",
            "5.",
            "5.0x",
            "5.00.",
            "4.00000000000",
            ".0",
            "999999999",
            "1999999999",
            "123456789012",
            "1234567890123456",
            "x",
            " 5",
            "6 ",
            "+1",
            "1:30",
            "1:02:03",
            "-",
            ".5",
            "٣",
            "5\0");

    /** Characters of the longest look at a file's beginning. */
    private static final int LOOK = 1 << 16;

    private final Random random;
    private final char separator;
    private final boolean stamps;
    private final boolean subGroups;
    private final boolean group;
    /** Whether a column that is not read stands among the others. */
    private final boolean spare;

    /** Whether it begins with so many plain rows that a look at its beginning shows nothing else. */
    private final boolean late;

    private final int odd;
    private final String lineEnd;
    private final String text;
    private final String section;
    private final ZoneId zone;
    private final Charset charset;
    private final boolean marked;
    private final RandomQuoting quoting;
    /** Those of the last row, which the next one often has too. */
    private String date = "01.09.2019";

    private String time = "08:00";

    RandomCallFile(Random random) {
        this.random = random;
        separator = one(List.of(';', ';', ';', ',', '\t', '|', '#', ':', '.'));
        stamps = random.nextInt(3) == 0;
        group = random.nextInt(8) > 0;
        subGroups = group && random.nextInt(4) == 0;
        spare = group && random.nextBoolean();
        late = random.nextInt(20) == 0;
        odd = late ? 1_000 : one(List.of(5, 20, 20, 100, 1_000));
        lineEnd = one(List.of("\n", "\r\n", "\r\n", "\r"));
        zone = ZoneId.of(one(List.of("Europe/Berlin", "UTC", "America/Sao_Paulo", "Australia/Lord_Howe")));
        charset = one(List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_8,
                Charset.forName("windows-1252"),
                StandardCharsets.UTF_16LE));
        marked = charset.equals(StandardCharsets.UTF_16LE)
                || charset.equals(StandardCharsets.UTF_8) && random.nextInt(3) == 0;
        quoting = new RandomQuoting(random, separator, lineEnd);
        int headers = random.nextInt(3);
        section = makeSection(headers);
        text = makeText(headers);
    }

    ZoneId zone() {
        return zone;
    }

    String section() {
        return section;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (marked) {
            out.writeBytes("\uFEFF".getBytes(charset));
        }
        out.writeBytes(text.getBytes(charset));
        byte[] bytes = out.toByteArray();
        if (bytes.length > 10 && random.nextInt(20) == 0) {
            bytes[3 + random.nextInt(bytes.length - 3)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @Override
    public String toString() {
        return charset + (marked ? " with mark\n" : "\n") + text;
    }

    private String makeSection(int headers) {
        List<String> names = new ArrayList<>();
        StringBuilder keys = new StringBuilder("[Test]\n");
        keys.append("HeaderLines=").append(headers).append('\n');
        if (group) {
            names.add("Queue");
            keys.append("GroupColumn=1\n");
        } else {
            keys.append("Groups=Only\n");
        }
        if (subGroups) {
            names.add("Sub");
            keys.append("SubGroupColumn=2\n");
            keys.append(random.nextBoolean() ? "SubGroups=A;B\n" : "");
        }
        if (spare) {
            names.add("");
        }
        if (stamps) {
            names.add("When");
            keys.append("TimeStampColumn=").append(names.size()).append('\n');
        } else {
            names.add("Date");
            keys.append("DateColumn=").append(names.size()).append('\n');
            names.add("Time");
            keys.append("TimeColumn=").append(names.size()).append('\n');
        }
        names.add("Offered");
        names.add("Handled");
        names.add("AHT");
        if (random.nextInt(4) > 0) {
            keys.append("AHTColumn=").append(names.size()).append('\n');
            keys.append(one(List.of("", "AHTWeightColumn=Handled\n", "AHTWeightColumn=" + (names.size() + 1) + "\n")));
        }
        names.add(random.nextBoolean() ? "" : "More");
        keys.append("ColumnNames=").append(String.join(";", names)).append(";\n");
        if (group && random.nextInt(3) == 0) {
            keys.append("Groups=A;Queue_123;Wärme\n");
        }
        String value = separator == '\t' ? "1" : separator == ';' ? "3" : String.valueOf(separator);
        boolean detectable = ";,\t|".indexOf(separator) >= 0;
        keys.append("SeparatorCharacter=")
                .append(detectable && random.nextBoolean() ? "0" : value)
                .append('\n');
        keys.append("Interval=").append(one(List.of("15", "30", "60"))).append('\n');
        keys.append(one(List.of("", "", "", "TimeZone=-2\n", "TimeZone=5.5\n", "TimeZone=America/New_York\n")));
        return keys.toString();
    }

    private String makeText(int headers) {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < headers; i++) {
            made.append(one(List.of("Queue;Date", "", "\"a\"", "Größe"))).append(lineEnd);
        }
        if (late) {
            String row = plainRow() + lineEnd;
            made.append(row.repeat(LOOK / row.length() + 1));
        }
        int rows = random.nextInt(late ? 2_000 : random.nextInt(10) == 0 ? 400 : 25);
        for (int i = 0; i < rows; i++) {
            made.append(row());
            boolean last = i == rows - 1;
            if (!last || random.nextBoolean()) {
                made.append(isOdd(odd) ? one(List.of("\n", "\r\n", "\n\n", "\r\n\r\n", " \n", "\r\r\n")) : lineEnd);
            }
        }
        return made.toString();
    }

    private String plainRow() {
        String row = row().replace("\"", "");
        return row.indexOf('\r') < 0 && row.indexOf('\n') < 0 ? row : plainRow();
    }

    private String row() {
        List<String> fields = new ArrayList<>();
        if (group) {
            fields.add(isOdd(odd) ? one(ODD_QUEUES) : quoting.name(one(QUEUES)));
        }
        if (subGroups) {
            fields.add(isOdd(odd) ? one(ODD_QUEUES) : one(List.of("A", "B", "Queue_123")));
        }
        if (spare) {
            fields.add(quoting.text(one(List.of("", "text", "Größe", "x y", "3"))));
        }
        if (random.nextInt(3) == 0) {
            date = isOdd(odd) ? one(ODD_DATES) : one(DATES);
        }
        if (random.nextInt(3) == 0) {
            time = isOdd(odd) ? one(ODD_TIMES) : one(TIMES);
        }
        if (stamps) {
            fields.add(date + one(List.of(" ", "T", isOdd(odd) ? "  " : " ", isOdd(odd) ? "" : "T")) + time);
        } else {
            fields.add(date);
            fields.add(time);
        }
        for (int i = 0; i < 4; i++) {
            fields.add(isOdd(odd) ? one(ODD_NUMBERS) : one(NUMBERS));
        }
        if (isOdd(odd)) {
            fields = fields.subList(0, random.nextInt(fields.size()));
        } else if (random.nextInt(4) == 0) {
            for (int more = random.nextInt(3); more >= 0; more--) {
                fields.add(quoting.text(one(List.of("", "text", "Größe", "x y", "3"))));
            }
        }
        if (isOdd(4 * odd)) {
            fields.replaceAll(f -> " ");
        }
        for (int i = 0; i < fields.size(); i++) {
            fields.set(i, quoting.written(i, fields.get(i)));
        }
        if (isOdd(20 * odd) && !fields.isEmpty()) {
            int at = random.nextInt(fields.size());
            fields.set(at, one(List.of("\"" + fields.get(at) + "\"", "\"" + fields.get(at), "\"a\n\"\"b\"")));
        }
        return String.join(String.valueOf(separator), fields);
    }

    private boolean isOdd(int oneOf) {
        return random.nextInt(oneOf) == 0;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
