package io.xlink.importer;

import io.xlink.model.CallTable;
import io.xlink.source.csv.CallTotalsSum;
import io.xlink.source.csv.CsvCallFormat;
import io.xlink.source.csv.CsvCallReader;
import io.xlink.source.csv.CsvCallResult;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Reads the call data files of one external system; the bean {@code calls} of the route {@code csv-phonelink}. */
public final class CsvCallSource {
    private final String system;
    private final CsvCallFormat format;
    private final ZoneId zone;
    private final BatchReader reader;
    private final Predicate<CallTable> mapped;
    private final Overlaps overlaps;

    /**
     * @param mapped whether acd_map.ini maps anything in a table
     * @param overlaps the memory of which file reported what
     */
    CsvCallSource(
            String system,
            CsvCallFormat format,
            ZoneId zone,
            BatchReader reader,
            Predicate<CallTable> mapped,
            Overlaps overlaps) {
        this.system = system;
        this.format = format;
        this.zone = zone;
        this.reader = reader;
        this.mapped = mapped;
        this.overlaps = overlaps;
    }

    /** The files as one table; what could not be used of them is in the folder of rejects. */
    public CallTable read(@Body FileBatch batch, Exchange exchange) {
        exchange.setProperty(FileOutcome.FOUND, batch);
        CallTotalsSum sum = new CallTotalsSum();
        Coverage.Sources sources = new Coverage.Sources();
        BatchRead read = reader.read(
                batch,
                (file, rejected) -> CsvCallReader.read(file, format, system, zone, rejected),
                (file, result, rejected) -> {
                    FileRead one = FileRead.of(file, result, rejected.path());
                    requireUsable(one, result);
                    sources.add(file.path(), result.table());
                    sum.add(result.totals());
                    return one;
                });
        exchange.setProperty(FileOutcome.READ, read);
        CallTable table = sum.totals()
                .map(totals -> totals.table(system))
                .orElseGet(() -> new CallTable(system, format.interval(), format.valueTypes(), List.of()));
        exchange.setProperty(FileOutcome.ENDING, new CallEnding(overlaps, sources.of(table)));
        return table;
    }

    /** Judged for each file: among others it would be recorded as imported though nothing of it went anywhere. */
    private void requireUsable(FileRead read, CsvCallResult result) {
        if (read.rowsImported() > 0) {
            if (!mapped.test(result.table())) {
                throw new FileRefusedException("no line of acd_map.ini maps anything in it, so its "
                        + read.rowsImported() + " rows would go nowhere. Add the mappings");
            }
        } else if (read.rowsRead() > 0) {
            throw new FileRefusedException("none of its " + read.rowsRead()
                    + " rows can be used; often Groups, DateOrder or a column number does not fit the file");
        }
    }
}
