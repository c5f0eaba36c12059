package io.xlink.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.xlink.importer.gaps.Gap;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;

/** Gaps as CSV: one row each, local times with their offset; no queue for a day without any data. */
final class GapsCsv {
    private GapsCsv() {}

    static void write(List<SystemGaps> systems, ZoneId zone, PrintWriter out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord("system", "queue", "day", "from", "to", "minutes", "intervals");
        for (SystemGaps system : systems) {
            for (Gap gap : system.gaps()) {
                csv.writeRecord(
                        system.system(),
                        GapsText.name(gap),
                        gap.day().toString(),
                        gap.from().atZone(zone).toOffsetDateTime().toString(),
                        gap.to().atZone(zone).toOffsetDateTime().toString(),
                        Integer.toString(gap.minutes()),
                        Integer.toString(gap.intervals()));
            }
        }
        csv.flush();
    }
}
