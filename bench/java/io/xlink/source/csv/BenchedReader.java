package io.xlink.source.csv;

import java.nio.file.Path;
import java.time.ZoneId;

/** The general path alone, which the reader takes for files that are not plain. */
public final class BenchedReader {
    private BenchedReader() {}

    /** Reads a file without looking whether it is plain. */
    public static CsvCallResult general(
            Path file, CsvCallFormat format, String externalSystem, ZoneId local, RejectSink rejects) {
        return CsvCallReader.read(
                file,
                format,
                externalSystem,
                local,
                rejects,
                new ReadPlan(
                        false, ReadPlan.quickest().pieces(), ReadPlan.quickest().least(), 1));
    }
}
