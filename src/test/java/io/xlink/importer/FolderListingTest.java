package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.xlink.config.ConfigException;
import io.xlink.config.IniFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Which files of a real folder are data, as a section says. */
class FolderListingTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    Path directory;

    private Path in;

    @BeforeEach
    void open() throws IOException {
        in = Files.createDirectory(directory.resolve("in {{x}} ${y} 100% (a&b)"));
        log.start();
        ((Logger) LoggerFactory.getLogger(FolderListing.class)).addAppender(log);
    }

    @AfterEach
    void close() {
        ((Logger) LoggerFactory.getLogger(FolderListing.class)).detachAppender(log);
    }

    @Test
    void allNamesAreDataButThoseOfFilesOnTheirWay() throws IOException {
        write("a.csv", "b", "ü ß.TXT", "line\nbreak.csv", "${body} {{x}} 50%.csv");
        write("c.tmp", "d.PART", "e.filepart", "f.crdownload", ".g.csv", "~$h.csv");
        Files.createDirectory(in.resolve("sub.csv"));
        assertThat(names("")).containsExactly("${body} {{x}} 50%.csv", "a.csv", "b", "line\nbreak.csv", "ü ß.TXT");
    }

    @Test
    void aFilterTakesNamesInAnyCase() throws IOException {
        write("a.csv", "B.CSV", "calls_1.txt", "Calls_Ö.TXT", "calls_12.txt", "other.txt");
        assertThat(names("FileFilter=*.csv;calls_?.txt"))
                .containsExactly("B.CSV", "Calls_Ö.TXT", "a.csv", "calls_1.txt");
        assertThatThrownBy(() -> names("FileFilter=*.csv;[a"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("[a is no pattern");
    }

    @Test
    void aDoneFileIsNoData() throws IOException {
        write("a.csv", "a.csv.done", "b.csv.DONE");
        for (String done : List.of("done", ".done", "*.done")) {
            assertThat(names("DoneFile=" + done)).containsExactly("a.csv");
        }
        assertThatThrownBy(() -> names("DoneFile=a/b")).isInstanceOf(ConfigException.class);
    }

    @Test
    void subFoldersAreLookedIntoWhenThatIsAskedFor() throws IOException {
        Files.createDirectories(in.resolve("sub/deeper"));
        Files.createDirectories(in.resolve(".snapshots"));
        Files.createDirectories(in.resolve("done/2014"));
        write("a.csv", "sub/b.csv", "sub/deeper/c.csv", ".snapshots/d.csv", "done/2014/e.csv");
        assertThat(names("SubFolders=0")).containsExactly("a.csv");
        assertThat(names("SubFolders=1\nDeleteImportFiles=1\nDestination=" + in.resolve("done")))
                .containsExactly("a.csv", "sub/b.csv", "sub/deeper/c.csv");
    }

    @Test
    void linksThatLeadOutAreToldOnceAndNotFollowed() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.writeString(outside.resolve("secret.csv"), "content");
        Files.createSymbolicLink(in.resolve("link.csv"), outside.resolve("secret.csv"));
        Files.createSymbolicLink(in.resolve("folder"), outside);
        Files.createSymbolicLink(in.resolve("nothing.csv"), outside.resolve("nothing"));
        FolderListing listing = listing("SubFolders=1");
        assertThat(names(listing)).isEmpty();
        assertThat(names(listing)).isEmpty();
        assertThat(log.list)
                .hasSize(2)
                .allMatch(event -> event.getFormattedMessage()
                        .contains("is not followed, because it leads out of the folder, to " + outside));
    }

    @Test
    void aLinkToAFileWithinIsFollowedUnlessThatIsReadAnyway() throws IOException {
        Files.createDirectory(in.resolve("sub"));
        write("a.csv", "sub/b.csv");
        Files.createSymbolicLink(in.resolve("again.csv"), Path.of("a.csv"));
        Files.createSymbolicLink(in.resolve("other.csv"), Path.of("sub/b.csv"));
        Files.createSymbolicLink(in.resolve("sub/circle"), in);
        assertThat(names("")).containsExactly("a.csv", "other.csv");
        assertThat(names("SubFolders=1")).containsExactly("a.csv", "sub/b.csv");
    }

    @Test
    void theFolderItselfMayBeALink() throws IOException {
        write("a.csv");
        Path link = Files.createSymbolicLink(directory.resolve("link"), in);
        List<Path> found = new ArrayList<>();
        listing("", link).forEach(file -> found.add(file.path()));
        assertThat(found).containsExactly(link.resolve("a.csv"));
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(in.resolve(name), "content");
        }
    }

    private List<String> names(String keys) throws IOException {
        return names(listing(keys));
    }

    private List<String> names(FolderListing listing) throws IOException {
        List<String> names = new ArrayList<>();
        listing.forEach(file -> names.add(in.relativize(file.path()).toString()));
        Collections.sort(names);
        return names;
    }

    private FolderListing listing(String keys) throws IOException {
        return listing(keys, in);
    }

    private FolderListing listing(String keys, Path folder) throws IOException {
        Path file = Files.writeString(
                directory.resolve("isps_ul.ini"), "[ACD]\nColumnNames=Queue\nSource=" + folder + "\n" + keys + "\n");
        return new FolderListing(
                CsvFolder.ofCallData(IniFile.read(file).section("ACD").orElseThrow(), directory));
    }
}
