package io.xlink.importer;

import io.xlink.model.CallTable;
import io.xlink.model.Target;
import io.xlink.source.csv.CsvCallFormat;
import io.xlink.source.csv.CsvCallReader;
import io.xlink.source.csv.CsvCallResult;
import io.xlink.source.csv.RejectFile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * How files of one external system's call data are read and judged.
 *
 * @param system its name
 * @param zone the zone of local time
 * @param mapping to what acd_map.ini maps anything in a table
 */
record CallFiles(String system, CsvCallFormat format, ZoneId zone, Function<CallTable, Set<Target>> mapping) {

    CsvCallResult read(Path file, RejectFile rejected) {
        return CsvCallReader.read(file, format, system, zone, rejected);
    }

    /**
     * Judged for each file: among others it would be recorded as imported though nothing of it went anywhere.
     *
     * @param targets those of the file's import
     * @throws FileRefusedException when the file's figures would go nowhere
     */
    FileRead usable(FileStamp file, CsvCallResult result, TargetSets targets, RejectFile rejected) {
        FileRead read = FileRead.of(file, result, targets.of(result.table()), rejected.path());
        if (read.rowsImported() > 0) {
            if (read.targets().isEmpty()) {
                throw new FileRefusedException("no line of acd_map.ini maps anything in it, so its "
                        + read.rowsImported() + " rows would go nowhere. Add the mappings");
            }
        } else if (read.rowsRead() > 0) {
            throw new FileRefusedException("none of its " + read.rowsRead()
                    + " rows can be used; often Groups, DateOrder or a column number does not fit the file");
        }
        return read;
    }

    /** For one import. */
    TargetSets targets() {
        return new TargetSets(mapping);
    }

    /** A table of no figures. */
    CallTable nothing() {
        return new CallTable(system, format.interval(), format.valueTypes(), List.of());
    }
}
