package io.xlink.importer;

import io.xlink.model.CallTable;
import io.xlink.source.csv.CsvCallFormat;
import io.xlink.source.csv.CsvCallReader;
import io.xlink.source.csv.CsvCallResult;
import io.xlink.source.csv.CsvRefusedException;
import io.xlink.source.csv.RejectFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Reads the call data files of one external system; the bean {@code calls} of the route {@code csv-phonelink}. */
public final class CsvCallSource {
    private final String system;
    private final CsvCallFormat format;
    private final ZoneId zone;
    private final Path rejects;

    CsvCallSource(String system, CsvCallFormat format, ZoneId zone, Path rejects) {
        this.system = system;
        this.format = format;
        this.zone = zone;
        this.rejects = rejects;
    }

    /**
     * The whole file as one table; what could not be used of it is in the folder of rejects.
     *
     * @throws FileRefusedException when the file as it stands is not to be imported
     */
    public CallTable read(@Body File file, Exchange exchange) throws IOException {
        exchange.setProperty(FileOutcome.FILE, FileStamp.of(file.toPath()));
        try (RejectFile rejected = new RejectFile(rejects, file.toPath(), LocalDateTime.now(zone))) {
            CsvCallResult result = read(file.toPath(), rejected);
            rejected.close();
            exchange.setProperty(FileOutcome.READ, new FileRead(result, rejected.path()));
            return result.table();
        }
    }

    private CsvCallResult read(Path file, RejectFile rejected) {
        try {
            return CsvCallReader.read(file, format, system, zone, rejected);
        } catch (CsvRefusedException e) {
            rejected.close();
            throw new FileRefusedException(e.getMessage()
                    + rejected.path()
                            .map(path -> ". What was found up to then, with line and reason: " + path)
                            .orElse(""));
        }
    }
}
