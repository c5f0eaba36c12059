package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.config.IniSections;
import io.xlink.source.csv.CsvCallFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the report of rejected rows. */
class CsvCallSourceTest {
    private static final String HEADER = "Queue;Date;Time;Calls\n";

    @TempDir
    Path directory;

    @Test
    void refusedFileKeepsItsReport() throws IOException {
        assertThatThrownBy(() -> read(HEADER + "Q;02.09.2019;08:00;x\nQ;02.09.2019;08:00;1\n"))
                .isInstanceOf(FileRefusedException.class)
                .hasMessageContaining(
                        "1 of 2 rows are broken, more than MaxRejects=10 (percent) allows: line 2 column 4")
                .hasMessageContaining(reports().get(0).toString());
        assertThat(reports()).hasSize(1);
        assertThat(Files.readString(reports().get(0))).contains("calls.csv,2,4,");
    }

    @Test
    void fileThatIsRefusedAtOnceHasNoReport() throws IOException {
        assertThatThrownBy(() -> read("Queue;Date;Time;Offered\nQ;02.09.2019;08:00;1\n"))
                .isInstanceOf(FileRefusedException.class)
                .hasMessageContaining("calls.csv:1 column 4: the header lacks column 4 \"Calls\"")
                .hasMessageEndingWith("nothing of the file was imported");
        assertThat(reports()).isEmpty();
    }

    private void read(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("calls.csv"), text);
        CsvCallFormat format = CsvCallFormat.of(
                IniSections.of(
                        Path.of("test.ini"),
                        "[CSV]\nHeaderLines=1\nGroupColumn=1\nDateColumn=2\nTimeColumn=3\nColumnNames=Queue;Date;Time;Calls\n"));
        Path rejects = directory.resolve("rejects");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Exchange exchange = new DefaultExchange(context);
            new CsvCallSource("CSV", format, ZoneId.of("Europe/Berlin"), rejects).read(file.toFile(), exchange);
        }
    }

    private List<Path> reports() throws IOException {
        Path rejects = directory.resolve("rejects");
        if (!Files.exists(rejects)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(rejects)) {
            return files.toList();
        }
    }
}
