package io.xlink.source.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import io.xlink.source.sql.RandomCalls.Call;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random tables read by random configurations give what is computed from the raw rows, whether or not the database adds
 * them up.
 */
class DifferentialTest {
    private static final int ROUNDS = Integer.getInteger("sql.rounds", 40);
    private static final long SEED = 20_261_126;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void anyConfigurationGivesWhatTheRawRowsSay(TestSource source) throws Exception {
        TestSource.Database database = source.open();
        for (int round = 0; round < ROUNDS; round++) {
            RandomCalls random = new RandomCalls(SEED + round);
            database.run(List.of("drop table if exists queues", "drop table if exists calls"));
            database.run(random.statements());
            Map<String, String> expected = expected(random);
            for (boolean pushDown : new boolean[] {true, false}) {
                UniversalCalls calls = new UniversalCalls(UniversalCallFormat.of(random.section(directory, pushDown)));
                try (Connection connection = database.connect()) {
                    CallRead read =
                            calls.read(connection, new LocalDay(random.day, random.zone), random.mappedQueues());
                    assertThat(shown(read.table()))
                            .as("%s, push-down %s, %s", random, pushDown, read.statements())
                            .isEqualTo(expected);
                    assertThat(read.unread()).isZero();
                }
            }
        }
    }

    /** By queue and interval the values in hundredths, computed from the rows as they were made. */
    private static Map<String, String> expected(RandomCalls random) {
        LocalDay day = new LocalDay(random.day, random.zone);
        Map<String, List<Call>> cells = new HashMap<>();
        for (Call call : random.rows) {
            long epoch = random.epoch(call);
            boolean known = call.queue() < random.queues
                    && random.mapped.contains(QueuePath.of(RandomCalls.name(call.queue())));
            boolean counts = !random.expression || call.verb().startsWith("ENTER");
            if (known
                    && counts
                    && epoch >= day.startEpochSecond()
                    && epoch < day.next().startEpochSecond()) {
                long interval = (epoch - day.startEpochSecond()) / (random.interval * 60L);
                cells.computeIfAbsent(RandomCalls.name(call.queue()) + " " + interval, c -> new ArrayList<>())
                        .add(call);
            }
        }
        Map<String, String> expected = new TreeMap<>();
        cells.forEach((cell, rows) -> {
            StringBuilder line = new StringBuilder();
            for (int type = 0; type < 4; type++) {
                line.append(' ').append(hundredths(value(random.functions.get(type), rows, type)));
            }
            expected.put(cell, line.toString());
        });
        return expected;
    }

    private static double value(String function, List<Call> rows, int type) {
        List<Double> values = rows.stream()
                .map(row -> RandomCalls.value(row, type))
                .filter(value -> value != null)
                .toList();
        return switch (function) {
            case "SUM" -> values.stream().mapToDouble(Double::doubleValue).sum();
            case "COUNT" -> values.size();
            case "AVG" ->
                values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            case "MAX" -> values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            default -> values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        };
    }

    private static Map<String, String> shown(CallTable table) {
        Map<String, String> shown = new TreeMap<>();
        for (CallPage page : table.pages()) {
            for (int i = page.next(0); i >= 0; i = page.next(i + 1)) {
                StringBuilder line = new StringBuilder();
                for (int type = 0; type < table.valueTypes().size(); type++) {
                    line.append(' ').append(hundredths(page.value(type, i)));
                }
                shown.put(page.queue() + " " + i, line.toString());
            }
        }
        return shown;
    }

    private static long hundredths(double value) {
        return Math.round(value * 100);
    }
}
