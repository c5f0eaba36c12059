package io.xlink.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.xlink.config.WfmServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Prints the call data of servers (interfaces: command line), one server after the other. */
final class CallDataCsv {
    private final CsvWriter csv;

    CallDataCsv(CsvWriter csv) {
        this.csv = csv;
    }

    /**
     * All values of the local days from {@code from} to {@code to}, both inclusive.
     *
     * @param servers sorted by name
     */
    void write(List<WfmServer> servers, LocalDate from, LocalDate to, ZoneId zone) throws Exception {
        csv.writeRecord("server", "parent", "queue", "valuetype", "start", "minutes", "value");
        for (WfmServer server : servers) {
            try (ServerConnection connection = ServerConnection.open(server)) {
                new CallDataExport(connection).read(from, to, zone, row -> write(server.name(), row));
            }
        }
    }

    private void write(String server, CallDataExport.Row row) {
        csv.writeRecord(
                server,
                Integer.toString(row.parent()),
                Integer.toString(row.queue()),
                Integer.toString(row.valueType()),
                Instant.ofEpochSecond(row.start() * 60L).toString(),
                Integer.toString(row.minutes()),
                BigDecimal.valueOf(row.value(), 2).toPlainString());
    }
}
