package io.xlink.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.xlink.config.WfmServer;
import io.xlink.model.LocalDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Prints the activities of servers (interfaces: command line), those of several merged into one order. */
final class ActivityCsv {
    private final CsvWriter csv;

    ActivityCsv(CsvWriter csv) {
        this.csv = csv;
    }

    /** All that began on the local days from {@code from} to {@code to}, both inclusive. */
    void write(List<WfmServer> servers, LocalDate from, LocalDate to, ZoneId zone) throws Exception {
        csv.writeRecord("externalSystem", "agent", "activity", "start", "end");
        long first = new LocalDay(from, zone).startEpochSecond();
        long end = new LocalDay(to.plusDays(1), zone).startEpochSecond();
        List<ServerConnection> connections = new ArrayList<>();
        try {
            PriorityQueue<ActivityRows> rows =
                    new PriorityQueue<>(Comparator.comparing(ActivityRows::current, ActivityRows.ORDER));
            for (WfmServer server : servers) {
                connections.add(ServerConnection.open(server));
                add(new ActivityRows(connections.get(connections.size() - 1), first, end), rows);
            }
            while (!rows.isEmpty()) {
                ActivityRows next = rows.remove();
                write(next.current());
                next.advance();
                add(next, rows);
            }
        } finally {
            connections.forEach(ServerConnection::close);
        }
    }

    private static void add(ActivityRows rows, PriorityQueue<ActivityRows> queue) {
        if (rows.current() != null) {
            queue.add(rows);
        }
    }

    private void write(ActivityRows.Row row) {
        csv.writeRecord(
                row.externalSystem(),
                row.agent(),
                row.activity(),
                Instant.ofEpochSecond(row.start()).toString(),
                Instant.ofEpochSecond(row.end()).toString());
    }
}
