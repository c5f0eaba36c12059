package io.xlink.source.sql;

import io.xlink.config.IniFile;
import io.xlink.config.IniSection;
import io.xlink.model.QueuePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A random call table with a random section that reads it. What the rows are is kept as values, so that the expected
 * figures are computed from them and not from SQL.
 */
final class RandomCalls {
    /** In the first two clocks change at midnight. */
    private static final List<String> ZONES =
            List.of("America/Havana", "Asia/Beirut", "Europe/Berlin", "UTC", "Australia/Lord_Howe");

    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final List<String> FUNCTIONS = List.of("SUM", "COUNT", "AVG", "MAX", "MIN");

    /** What a row of the table is; null is NULL. */
    record Call(int queue, String verb, LocalDateTime shown, Integer offered, Integer seconds, Double cost) {}

    /** How the time is kept. */
    enum Clock {
        DATE_TIME,
        UNIX,
        TEXT,
        TEXT_COMPACT,
        TEXT_PATTERN,
        TWO_COLUMNS
    }

    final long seed;
    final ZoneId zone;
    final LocalDate day;
    /** The zone of the database's clock; empty where that is local time, shifted or not. */
    final Optional<ZoneId> clockZone;

    final Clock clock;
    final int interval;
    final int shiftMinutes;
    final boolean textIds;
    final boolean expression;
    final boolean together;
    final List<String> functions = new ArrayList<>();
    final List<Call> rows = new ArrayList<>();
    /** Queue names with the numbers of the queues whose rows they have. */
    final List<QueuePath> mapped = new ArrayList<>();

    final int queues;

    RandomCalls(long seed) {
        this.seed = seed;
        Random random = new Random(seed);
        List<LocalDate> days = List.of(
                LocalDate.parse("2026-06-15"),
                LocalDate.parse("2026-03-29"),
                LocalDate.parse("2026-03-28"),
                LocalDate.parse("2026-03-08"),
                LocalDate.parse("2026-11-01"),
                LocalDate.parse("2026-10-31"),
                LocalDate.parse("2026-10-25"),
                LocalDate.parse("2026-03-30"),
                LocalDate.parse("2026-12-31"));
        zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        day = days.get(random.nextInt(days.size()));
        clockZone = random.nextInt(3) == 0
                ? Optional.of(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))))
                : Optional.empty();
        clock = Clock.values()[random.nextInt(Clock.values().length)];
        interval = List.of(15, 30, 60).get(random.nextInt(3));
        shiftMinutes = clockZone.isEmpty() && random.nextInt(3) == 0 ? random.nextInt(-4, 5) * 30 : 0;
        textIds = random.nextBoolean();
        expression = random.nextInt(4) == 0;
        together = random.nextInt(4) > 0;
        queues = random.nextInt(1, 8);
        for (int i = 0; i < 4; i++) {
            functions.add(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())));
        }
        LocalDateTime begin = day.atStartOfDay().minusHours(18);
        int count = random.nextInt(400);
        for (int i = 0; i < count; i++) {
            rows.add(new Call(
                    random.nextInt(queues + 2),
                    random.nextBoolean() ? "ENTERQUEUE" : "ABANDON",
                    begin.plusSeconds(random.nextInt(60 * 3600)),
                    random.nextInt(6) == 0 ? null : random.nextInt(-3, 50),
                    random.nextInt(6) == 0 ? null : random.nextInt(3600),
                    random.nextInt(6) == 0 ? null : random.nextInt(10_000) / 4.0));
        }
        for (int q = 0; q < queues; q++) {
            if (random.nextInt(4) > 0) {
                mapped.add(QueuePath.of(name(q)));
            }
        }
    }

    /** Two queues may be one in the tree. */
    static String name(int queue) {
        return "Queue " + queue / 2;
    }

    Set<QueuePath> mappedQueues() {
        return new LinkedHashSet<>(mapped);
    }

    String id(int queue) {
        return textIds ? "q'" + queue : String.valueOf(100 + queue);
    }

    /** The time that a row's clock shows, as a moment. */
    long epoch(Call call) {
        if (clock == Clock.UNIX) {
            // The clock of a row that counts seconds is the world's; only a fixed shift can correct it.
            return call.shown.toEpochSecond(ZoneOffset.UTC) + shiftMinutes * 60L;
        }
        return call.shown
                .plusMinutes(shiftMinutes)
                .atZone(clockZone.orElse(zone))
                .toEpochSecond();
    }

    IniSection section(Path directory, boolean pushDown) {
        String time = switch (clock) {
            case DATE_TIME -> "TimeStampColumn=happened\nTimeStampType=2\n";
            case UNIX -> "TimeStampColumn=seconds1970\nTimeStampType=1\n";
            case TEXT -> "TimeStampColumn=shown\nTimeStampType=0\n";
            case TEXT_COMPACT -> "TimeStampColumn=compact\nTimeStampType=0\n";
            case TEXT_PATTERN -> "TimeStampColumn=german\nTimeStampType=0\nTimeStampFormat=dd.mm.yyyy HH:MM:SS\n";
            case TWO_COLUMNS -> "TimeStampColumn=shown_date;shown_time\nTimeStampType=0\n";
        };
        String column = textIds ? "queue_text" : "queue_number";
        String text = "[Random]\nSource=x\nQueueSQL=select distinct name from queues\n"
                + "QueueMappingSQL=select name, " + (textIds ? "id_text" : "id_number") + " from queues;\n"
                + "QueueNameColumn=" + (expression ? "(verb like 'ENTER%') and " + column : column) + "\n"
                + "QueueNameType=" + (textIds ? 0 : 1) + "\n"
                + "CallDataTable=calls\nValueTypes=offered;seconds;cost;(case when seconds > 60 then 1 else 0 end)\n"
                + "ValueTypeFunctions=" + String.join(";", functions) + "\n"
                + "RetrieveValueTypesUsing=" + (together ? 1 : 0) + "\n"
                + time + "TimeZone=" + timeZone() + "\n"
                + "Interval=" + interval + "\nPushDown=" + (pushDown ? 1 : 0) + "\n";
        try {
            return IniFile.read(Files.writeString(directory.resolve("random.ini"), text))
                    .sections()
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String timeZone() {
        return clockZone
                .map(ZoneId::getId)
                .orElseGet(() -> (shiftMinutes < 0 ? "-" : "")
                        + String.format("%02d:%02d", Math.abs(shiftMinutes) / 60, Math.abs(shiftMinutes) % 60));
    }

    List<String> statements() {
        List<String> sql = new ArrayList<>(List.of(
                "create table queues (name varchar(20), id_text varchar(20), id_number integer)",
                "create table calls (queue_text varchar(20), queue_number integer, verb varchar(20), happened timestamp,"
                        + " seconds1970 bigint, shown varchar(30), compact varchar(20), german varchar(30),"
                        + " shown_date varchar(10), shown_time varchar(8), offered integer, seconds integer,"
                        + " cost decimal(12, 2))"));
        for (int q = 0; q < queues; q++) {
            sql.add("insert into queues values ('" + name(q) + "', '" + id(q).replace("'", "''") + "', " + (100 + q)
                    + ")");
        }
        for (Call call : rows) {
            sql.add("insert into calls values ('" + id(call.queue).replace("'", "''") + "', " + (100 + call.queue)
                    + ", '" + call.verb + "', '" + call.shown.format(SQL) + "', "
                    + call.shown.toEpochSecond(ZoneOffset.UTC) + ", '" + call.shown.format(SQL) + "', '"
                    + call.shown.format(DateTimeFormatter.ofPattern("uuuuMMddHHmmss")) + "', '"
                    + call.shown.format(DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss")) + "', '"
                    + call.shown.format(DateTimeFormatter.ofPattern("uuuu-MM-dd")) + "', '"
                    + call.shown.format(DateTimeFormatter.ofPattern("HHmmss")) + "', " + call.offered + ", "
                    + call.seconds + ", " + call.cost + ")");
        }
        return sql;
    }

    /** The values of a row, in the order of the value types; null is NULL. */
    static Double value(Call call, int type) {
        return switch (type) {
            case 0 -> call.offered == null ? null : (double) call.offered;
            case 1 -> call.seconds == null ? null : (double) call.seconds;
            case 2 -> call.cost;
            default -> call.seconds != null && call.seconds > 60 ? 1.0 : 0.0;
        };
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + day + " " + clock + " in " + zone + " clock " + timeZone() + " interval "
                + interval
                + (textIds ? " text" : " number") + (expression ? " expression" : "") + " " + functions + " "
                + rows.size() + " rows";
    }
}
