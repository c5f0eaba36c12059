package io.xlink.bench;

import io.xlink.config.IniFile;
import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.source.csv.BenchedReader;
import io.xlink.source.csv.CsvCallFormat;
import io.xlink.source.csv.CsvCallReader;
import io.xlink.source.csv.CsvCallResult;
import io.xlink.source.csv.RejectFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Ours: file to table of intervals. */
final class CsvXlink {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private CsvXlink() {}

    /** @param plain whether rows may be read from their bytes */
    static Supplier<CsvSums> read(CsvData data, Path file, boolean plain) throws IOException {
        CsvCallFormat format = format(data, file);
        try (RejectFile rejects = rejects(file)) {
            CsvCallResult result = plain
                    ? CsvCallReader.read(file, format, "Bench", ZONE, rejects)
                    : BenchedReader.general(file, format, "Bench", ZONE, rejects);
            return () -> sums(result);
        }
    }

    /** All files of a folder, each into a table of its own, which is given up for the next. */
    static Supplier<CsvSums> readAll(CsvData data, Path folder) throws IOException {
        CsvCallFormat format = format(data, folder);
        CsvSums sums = CsvSums.NONE;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                try (RejectFile rejects = rejects(file)) {
                    sums = sums.plus(sums(CsvCallReader.read(file, format, "Bench", ZONE, rejects)));
                }
            }
        }
        CsvSums all = sums;
        return () -> all;
    }

    /** @param file beside which the configuration is kept */
    private static CsvCallFormat format(CsvData data, Path file) throws IOException {
        Path configuration = file.resolveSibling(data + ".ini");
        if (!Files.exists(configuration)) {
            Files.writeString(configuration, data.section());
        }
        return CsvCallFormat.of(IniFile.read(configuration).sections().get(0));
    }

    private static RejectFile rejects(Path file) {
        return new RejectFile(file.resolveSibling("rejects"), file, LocalDateTime.now(ZONE));
    }

    private static CsvSums sums(CsvCallResult result) {
        if (result.rowsImported() < result.rowsRead()) {
            throw new IllegalStateException(result.rowsRejected() + " rows were rejected");
        }
        CallTable table = result.table();
        int offered = table.valueTypes().indexOf("CallsOffered");
        int handled = table.valueTypes().indexOf("CallsHandled");
        int time = table.valueTypes().indexOf("AHT");
        long[] sums = new long[4];
        for (CallPage page : table.pages()) {
            for (int i = page.next(0); i >= 0; i = page.next(i + 1)) {
                sums[0]++;
                sums[1] += (long) page.value(offered, i);
                sums[2] += (long) page.value(handled, i);
                sums[3] += Math.round(page.value(handled, i) * page.value(time, i));
            }
        }
        return new CsvSums(sums[0], sums[1], sums[2], sums[3]);
    }
}
