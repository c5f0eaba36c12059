package io.xlink.importer;

import io.xlink.model.CallTable;
import io.xlink.source.csv.CallTotalsSum;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/**
 * Reads the call data files of one external system, each import of which replaces earlier figures; the bean {@code calls}
 * of the route {@code csv-phonelink}.
 */
public final class CsvCallSource {
    private final CallFiles files;
    private final BatchReader reader;
    private final Overlaps overlaps;

    /** @param overlaps the memory of which file reported what */
    CsvCallSource(CallFiles files, BatchReader reader, Overlaps overlaps) {
        this.files = files;
        this.reader = reader;
        this.overlaps = overlaps;
    }

    /** The files as one table; what could not be used of them is in the folder of rejects. */
    public CallTable read(@Body FileBatch batch, Exchange exchange) {
        exchange.setProperty(FileOutcome.FOUND, batch);
        CallTotalsSum sum = new CallTotalsSum();
        Coverage.Sources sources = new Coverage.Sources();
        TargetSets targets = files.targets();
        BatchRead read = reader.read(batch, files::read, (file, result, rejected) -> {
            FileRead one = files.usable(file, result, targets, rejected);
            sources.add(file.path(), result.table());
            sum.add(result.totals());
            return one;
        });
        exchange.setProperty(FileOutcome.READ, read);
        CallTable table =
                sum.totals().map(totals -> totals.table(files.system())).orElseGet(files::nothing);
        exchange.setProperty(FileOutcome.ENDING, new CallEnding(overlaps, sources.of(table)));
        Turn<?> turn = exchange.getProperty(Turn.TURN, Turn.class);
        return turn == null ? table : turn.only(FileOutcome.requireAll(read, table));
    }
}
