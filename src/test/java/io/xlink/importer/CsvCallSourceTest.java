package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniSections;
import io.xlink.model.Target;
import io.xlink.source.csv.CsvCallFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files that are refused, and of the others. */
class CsvCallSourceTest {
    private static final String HEADER = "Queue;Date;Time;Calls\n";

    @TempDir
    Path directory;

    @Test
    void refusedFileKeepsItsReportAndTheOriginalAndStopsNoOther() throws Exception {
        BatchRead read = read(
                HEADER + "Q;02.09.2019;08:00;x\nQ;02.09.2019;08:00;1\n",
                HEADER + "Q;02.09.2019;08:15;1\nQ;02.09.2019;08:15;2\n");
        assertThat(read.stamps()).extracting(file -> file.path().getFileName()).containsExactly(Path.of("1.csv"));
        assertThat(read.rowsImported()).isEqualTo(2);
        assertThat(kept()).hasSize(2).anyMatch(file -> file.toString().endsWith(".original.csv"));
        assertThat(Files.readString(kept().stream()
                        .filter(file -> file.toString().endsWith(".rejects.csv"))
                        .findFirst()
                        .orElseThrow()))
                .contains("0.csv,2,4,");
    }

    @Test
    void fileThatIsRefusedAtOnceHasNoReport() throws Exception {
        assertThat(read("Queue;Date;Time;Offered\nQ;02.09.2019;08:00;1\n").files())
                .isEmpty();
        assertThat(kept()).singleElement().asString().endsWith(".original.csv");
    }

    private BatchRead read(String... texts) throws Exception {
        List<Path> files = new ArrayList<>();
        for (String text : texts) {
            files.add(Files.writeString(directory.resolve(files.size() + ".csv"), text));
        }
        CsvCallFormat format = CsvCallFormat.of(
                IniSections.of(
                        Path.of("test.ini"),
                        "[CSV]\nHeaderLines=1\nGroupColumn=1\nDateColumn=2\nTimeColumn=3\nColumnNames=Queue;Date;Time;Calls\n"));
        try (DefaultCamelContext context = new DefaultCamelContext();
                FoundFiles found = new FoundFiles("CSV", directory)) {
            Exchange exchange = new DefaultExchange(context);
            CallFiles calls = new CallFiles(
                    "CSV", format, ZoneId.of("Europe/Berlin"), table -> Set.of(new Target("WFM", 0, 1, 1)));
            new CsvCallSource(calls, new BatchReader(), null).read(found.of(files), exchange);
            return exchange.getProperty(FileOutcome.READ, BatchRead.class);
        }
    }

    private List<Path> kept() throws IOException {
        Path rejects = directory.resolve("rejects");
        try (Stream<Path> files = Files.list(rejects)) {
            return files.toList();
        }
    }
}
