package io.xlink.importer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rejects of a file as a case expects them. */
final class RejectLines {
    private RejectLines() {}

    /** {@code ! number:line:column reason}. */
    static List<String> of(FileRead file, int number) throws IOException {
        return file.rejects().isPresent() ? of(file.rejects().get(), number) : List.of();
    }

    static List<String> of(Path rejects, int number) throws IOException {
        List<String> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(rejects)) {
            for (NamedCsvRecord row : csv) {
                lines.add("! " + number + ":" + row.getField("line") + ":" + row.getField("column") + " "
                        + row.getField("reason"));
            }
        }
        return lines;
    }
}
