package io.xlink.bench;

import io.xlink.config.IniFile;
import io.xlink.config.IniSection;
import io.xlink.it.PostgresServer;
import io.xlink.it.TestDatabase;
import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.source.odbc.OdbcUrls;
import io.xlink.source.sql.SqlStatement;
import io.xlink.source.sql.UniversalCallFormat;
import io.xlink.source.sql.UniversalCalls;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The rows of a day in PostgreSQL to a table of intervals, by several ways in the same run. */
public final class SqlBench {
    private static final LocalDay DAY = new LocalDay(LocalDate.parse("2026-06-15"), ZoneId.of("UTC"));
    private static final String SECTION = """
            [Bench]
            QueueSQL = select name from queues
            QueueMappingSQL = select name, id from queues
            QueueNameColumn = queue
            CallDataTable = calls
            TimeStampColumn = happened
            ValueTypes = offered;handled;seconds
            PushDown = %s
            """;

    private SqlBench() {}

    /** One way from the rows to the figures. */
    private interface Way {
        /** @return the sum of all figures, which must be the same by every way */
        double run() throws Exception;
    }

    private record Named(String name, Way way) {}

    /** @param args rows, rounds that count (one more warms up); or what {@link #peer} gives to a process of its own */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("peer")) {
            run(Integer.parseInt(args[1]), args[2], args[3], args[4], Integer.parseInt(args[5]));
            return;
        }
        long count = Long.parseLong(args[0]);
        int rounds = Integer.parseInt(args[1]);
        TestDatabase database = PostgresServer.running().newDatabase();
        fill(database, count);
        System.out.printf(
                Locale.ROOT,
                "%-22s %8s %10s %12s   %,d rows, %d MB of heap%n",
                "",
                "s",
                "M rows/s",
                "of the loop",
                count,
                Runtime.getRuntime().maxMemory() >> 20);
        double loop = 0;
        String expected = null;
        List<String> names = names();
        for (int way = 0; way < names.size(); way++) {
            List<String> answer = peer(way, database, rounds);
            String sum = answer.get(answer.size() - 1);
            expected = expected == null ? sum : expected;
            if (!sum.equals(expected)) {
                throw new IllegalStateException(names.get(way) + " came to " + sum + " and not to " + expected);
            }
            double seconds = median(answer.subList(0, rounds).stream()
                    .mapToDouble(Double::parseDouble)
                    .toArray());
            loop = way == 0 ? seconds : loop;
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %8.2f %10.2f %11.2f x%n",
                    names.get(way),
                    seconds,
                    count / seconds / 1e6,
                    loop / seconds);
        }
        System.exit(0);
    }

    private static List<String> names() {
        return ways("", "", "", null).stream().map(Named::name).toList();
    }

    /** Every way in a process of its own, as a program has one driver and not two: seconds a round, then the sum. */
    private static List<String> peer(int way, TestDatabase database, int rounds) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SqlBench.class.getName(),
                        "peer",
                        String.valueOf(way),
                        database.url() + "?stringtype=unspecified",
                        OdbcUrls.postgres(database),
                        database.user(),
                        String.valueOf(rounds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("way " + way + " ended with " + process.exitValue());
        }
        return lines;
    }

    private static void run(int way, String jdbc, String odbc, String user, int rounds) throws Exception {
        SqlStatement rows = statement(connect(jdbc, user, false));
        Named named = ways(jdbc, odbc, user, rows).get(way);
        double sum = 0;
        for (int round = -1; round < rounds; round++) {
            long begin = System.nanoTime();
            sum = named.way.run();
            if (round >= 0) {
                System.out.println((System.nanoTime() - begin) / 1e9);
            }
        }
        System.out.println(sum);
    }

    private static List<Named> ways(String jdbc, String odbc, String user, SqlStatement rows) {
        return List.of(
                new Named("bare loop", () -> BareSqlLoop.run(connect(jdbc, user, false), rows)),
                new Named("rows", () -> read(connect(jdbc, user, false), false)),
                new Named("added up there", () -> read(connect(jdbc, user, false), true)),
                new Named("rows, ODBC", () -> read(connect(odbc, user, true), false)),
                new Named("added up there, ODBC", () -> read(connect(odbc, user, true), true)));
    }

    /** The statement for the rows, without the database adding them up. */
    private static SqlStatement statement(Connection connection) throws Exception {
        UniversalCalls calls = new UniversalCalls(UniversalCallFormat.of(section(false)));
        try (connection) {
            List<SqlStatement> plan =
                    calls.plan(connection, DAY, calls.queues(connection)).statements();
            return plan.get(plan.size() - 1);
        }
    }

    private static void fill(TestDatabase database, long count) throws Exception {
        database.run(
                "create table queues (id integer, name varchar(20))",
                "insert into queues select g, 'Queue ' || g from generate_series(1, 100) g",
                "create table calls (queue integer, happened timestamp, offered integer, handled integer, seconds integer)",
                "insert into calls select 1 + g * 7919 % 100, timestamp '2026-06-15' + (g * 86400.0 / " + count
                        + ") * interval '1 second', 1, (g % 4 > 0)::int, g * 31 % 600 from generate_series(0::bigint, "
                        + (count - 1) + ") g",
                "vacuum analyze calls");
    }

    private static Connection connect(String url, String user, boolean autoCommit) throws Exception {
        Connection connection = DriverManager.getConnection(url, user, "");
        connection.setAutoCommit(autoCommit);
        return connection;
    }

    private static double read(Connection connection, boolean pushDown) throws Exception {
        UniversalCalls calls = new UniversalCalls(UniversalCallFormat.of(section(pushDown)));
        try (connection) {
            CallTable table =
                    calls.read(connection, DAY, calls.queues(connection)).table();
            double sum = 0;
            for (CallPage page : table.pages()) {
                for (int i = page.next(0); i >= 0; i = page.next(i + 1)) {
                    for (int type = 0; type < table.valueTypes().size(); type++) {
                        sum += page.value(type, i) * (type + 1) * (i + 1);
                    }
                }
            }
            return sum;
        }
    }

    private static IniSection section(boolean pushDown) throws Exception {
        Path file = Files.createTempFile("bench", ".ini");
        try {
            return IniFile.read(Files.writeString(file, SECTION.formatted(pushDown ? 1 : 0)))
                    .sections()
                    .get(0);
        } finally {
            Files.delete(file);
        }
    }

    private static double median(double[] values) {
        List<Double> sorted = new ArrayList<>();
        Arrays.stream(values).sorted().forEach(sorted::add);
        return sorted.get(sorted.size() / 2);
    }
}
