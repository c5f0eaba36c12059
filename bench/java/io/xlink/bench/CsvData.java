package io.xlink.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/** The files that are read: 200 queues, 365 days, the rows of a day in the order of time; and how they are configured. */
enum CsvData {
    /** As an export has it that needs no quotes. */
    PLAIN,
    /** All fields in quotes, and a remark with doubled quotes and line breaks. */
    QUOTED,
    /** Years of two digits, AM and PM, a decimal comma. */
    ODD;

    static final String HEADER = "Queue;Date;Time;CallsOffered;CallsHandled;AHT";
    static final int QUEUES = 200;
    private static final int DAYS = 365;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    /** The section of isps_Ul.ini. */
    String section() {
        return String.join(
                "\n",
                "[Bench]",
                "HeaderLines=1",
                "GroupColumn=1",
                "DateColumn=2",
                "TimeColumn=3",
                "AHTColumn=6",
                "AHTWeightColumn=CallsHandled",
                "SeparatorCharacter=3",
                "ColumnNames=" + HEADER,
                "");
    }

    /** The file with so many rows, which is kept for the next time. */
    Path make(Path directory, int rows) throws IOException {
        Path file = directory.resolve(name().toLowerCase(Locale.ROOT) + "-" + rows + ".csv");
        if (Files.exists(file)) {
            return file;
        }
        Path part = directory.resolve("making.csv");
        SplittableRandom random = new SplittableRandom(1);
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            out.write(this == QUOTED ? HEADER + ";Remark\r\n" : HEADER + "\r\n");
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < rows; i++) {
                row.setLength(0);
                append(row, random, i, rows);
                out.append(row);
            }
        }
        return Files.move(part, file);
    }

    /** Files of a few rows each, as of an export every quarter of an hour. */
    static Path makeMany(Path directory, int files, int rows) throws IOException {
        Path folder = directory.resolve("many-" + files + "x" + rows);
        if (Files.exists(folder)) {
            return folder;
        }
        Path part = Files.createDirectories(directory.resolve("making"));
        SplittableRandom random = new SplittableRandom(1);
        for (int f = 0; f < files; f++) {
            StringBuilder text = new StringBuilder(HEADER).append("\r\n");
            for (int i = 0; i < rows; i++) {
                PLAIN.append(text, random, f, files);
            }
            Files.writeString(part.resolve("calls-" + f + ".csv"), text);
        }
        return Files.move(part, folder);
    }

    private void append(StringBuilder row, SplittableRandom random, int i, int rows) {
        LocalDate date = FIRST.plusDays((long) i * DAYS / rows);
        long withinDay = (long) i * DAYS % rows;
        // Contact centres answer for half a day: 08:00 to 19:30 gives 3.3 million queues and intervals.
        int minute = 480 + (int) (withinDay * 690 / rows);
        int offered = random.nextInt(1, 20);
        String[] fields = {
            queue(random.nextInt(QUEUES)),
            date(date),
            time(minute),
            String.valueOf(offered),
            String.valueOf(random.nextInt(offered + 1)),
            String.valueOf(random.nextInt(20, 600))
        };
        String quote = this == QUOTED ? "\"" : "";
        for (int f = 0; f < fields.length; f++) {
            row.append(f == 0 ? "" : ";").append(quote).append(fields[f]).append(quote);
        }
        if (this == QUOTED) {
            row.append(i % 100 == 0 ? ";\"a \"\"remark\"\"\nof two lines\"" : ";\"none\"");
        } else if (this == ODD) {
            row.append(",0");
        }
        row.append("\r\n");
    }

    /** Name of a queue by its number from 0. */
    static String queue(int number) {
        return "Queue_" + (100 + number);
    }

    private String date(LocalDate date) {
        return two(date.getDayOfMonth())
                + '.'
                + two(date.getMonthValue())
                + '.'
                + (this == ODD ? two(date.getYear() % 100) : String.valueOf(date.getYear()));
    }

    private String time(int minute) {
        if (this == ODD) {
            return LocalTime.of(minute / 60, minute % 60).format(Lazy.HALF_DAYS);
        }
        return two(minute / 60) + ':' + two(minute % 60);
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    /** Not needed by those that only read. */
    private static final class Lazy {
        static final DateTimeFormatter HALF_DAYS = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);
    }
}
