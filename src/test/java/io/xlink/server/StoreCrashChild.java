package io.xlink.server;

import static io.xlink.server.StoreFixture.CATALOGUE;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.Import;
import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** The program that {@link StoreCrashTest} kills: stores imports for ever and prints the number of each receipt. */
final class StoreCrashChild {
    private static final int[][] QUEUES = {{0, 1}, {1, 9}, {1, 1002}, {2000, 10}};

    private StoreCrashChild() {}

    /** @param args data directory, number of the first import */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ServerStore store = ServerStore.open(Path.of(args[0]), CATALOGUE);
        out.println("open");
        for (int n = Integer.parseInt(args[1]); ; n++) {
            int number = n;
            var unused = store.store(what(n)).thenAccept(receipt -> out.println(number));
        }
    }

    /** Import number n: call data and activities by turns. */
    static Import what(int n) {
        return n % 2 == 0 ? queueImport(n) : activityImport(n);
    }

    /** Every activity lasts n + 1 seconds and there are more or fewer of them, so that half an import would show. */
    static ActivityImport activityImport(int n) {
        long[] starts = LongStream.range(0, 5 + n % 11)
                .map(i -> ActivityFixture.MIDNIGHT + i * 600)
                .toArray();
        int[] seconds = new int[starts.length];
        Arrays.fill(seconds, n + 1);
        List<ActivityColumn> columns = new ArrayList<>();
        for (String agent : List.of("1002", "1003", "1004")) {
            columns.add(new ActivityColumn(agent, "login", starts, seconds));
            columns.add(new ActivityColumn(agent, "talk", starts, seconds));
        }
        return ActivityImport.of(new UUID(0, n), "WFM", "ACD", ActivityFixture.DAY, columns);
    }

    /** Every interval of every column has the value n, so that half an import would show. */
    static QueueImport queueImport(int n) {
        int minutes = n % 7 == 0 ? 60 : 15;
        long[] values = new long[1440 / minutes];
        Arrays.fill(values, n);
        List<ValueColumn> columns = new ArrayList<>();
        for (int[] queue : QUEUES) {
            // From half past ten in the evening: each import touches two UTC days, and its hours reach over midnight.
            columns.add(StoreFixture.column(queue[0], queue[1], 2, StoreFixture.MIDNIGHT - 90, minutes, values));
            columns.add(StoreFixture.column(queue[0], queue[1], 10, StoreFixture.MIDNIGHT - 90, minutes, values));
        }
        return new QueueImport(new UUID(0, n), "WFM", "ACD", StoreFixture.DAY, columns);
    }
}
