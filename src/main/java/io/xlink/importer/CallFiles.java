package io.xlink.importer;

import io.xlink.model.CallTable;
import io.xlink.source.csv.CsvCallFormat;
import io.xlink.source.csv.CsvCallReader;
import io.xlink.source.csv.CsvCallResult;
import io.xlink.source.csv.RejectFile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/**
 * How files of one external system's call data are read and judged.
 *
 * @param system its name
 * @param zone the zone of local time
 * @param mapped whether acd_map.ini maps anything in a table
 */
record CallFiles(String system, CsvCallFormat format, ZoneId zone, Predicate<CallTable> mapped) {

    CsvCallResult read(Path file, RejectFile rejected) {
        return CsvCallReader.read(file, format, system, zone, rejected);
    }

    /**
     * Judged for each file: among others it would be recorded as imported though nothing of it went anywhere.
     *
     * @throws FileRefusedException when the file's figures would go nowhere
     */
    FileRead usable(FileStamp file, CsvCallResult result, RejectFile rejected) {
        FileRead read = FileRead.of(file, result, rejected.path());
        if (read.rowsImported() > 0) {
            if (!mapped.test(result.table())) {
                throw new FileRefusedException("no line of acd_map.ini maps anything in it, so its "
                        + read.rowsImported() + " rows would go nowhere. Add the mappings");
            }
        } else if (read.rowsRead() > 0) {
            throw new FileRefusedException("none of its " + read.rowsRead()
                    + " rows can be used; often Groups, DateOrder or a column number does not fit the file");
        }
        return read;
    }

    /** A table of no figures. */
    CallTable nothing() {
        return new CallTable(system, format.interval(), format.valueTypes(), List.of());
    }
}
