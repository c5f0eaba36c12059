package io.xlink.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.xlink.importer.ledger.Entry;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The ledger as CSV: one row an import, times in UTC. */
final class HistoryCsv {
    private HistoryCsv() {}

    static void write(List<Entry> entries, PrintWriter out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(
                "id",
                "system",
                "kind",
                "origin",
                "state",
                "started",
                "ended",
                "attempts",
                "days",
                "files",
                "statements",
                "rows",
                "rejected",
                "stored",
                "refused",
                "notComputed",
                "mapping",
                "error");
        for (Entry entry : entries) {
            csv.writeRecord(
                    Long.toString(entry.id()),
                    entry.system(),
                    HistoryText.kind(entry.kind()),
                    entry.origin().toString(),
                    entry.state().toString(),
                    entry.started().toString(),
                    entry.ended().map(Instant::toString).orElse(""),
                    Integer.toString(entry.attempts()),
                    entry.days().stream().map(LocalDate::toString).collect(Collectors.joining(" ")),
                    Long.toString(entry.files()),
                    Long.toString(entry.statements()),
                    Long.toString(entry.rows()),
                    Long.toString(entry.rejected()),
                    Long.toString(entry.stored()),
                    Long.toString(entry.refused()),
                    Long.toString(entry.notComputed()),
                    entry.mapping(),
                    entry.error().orElse(""));
        }
        csv.flush();
    }
}
