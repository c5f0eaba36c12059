package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders and files as they are found at customers', with the packaged program. */
class FoldersIT {
    private static final String HEADER = "Queue;Date;Time;CallsOffered;CallsHandled;AHT\n";
    private static final List<String> NAMES = List.of(
            "with blanks .csv",
            "Störungen ß €.csv",
            "line\nbreak.csv",
            "100%.csv",
            "%20%zz.csv",
            "a&b=c?d#e.csv",
            "{{folder}}.csv",
            "${body}.csv",
            "RAW(x).csv",
            "(1) [2] {3}.csv",
            "'quotes\".csv",
            "no-ending");

    @TempDir
    Path directory;

    @Test
    void namesMayHaveAnyCharacters() throws Exception {
        try (Site site = new Site(directory)) {
            Path in = Files.createDirectories(directory.resolve("in {{x}} ${y} 100% (a&b)\n ü"));
            Path done = directory.resolve("done {{x}} ${y} 100% (a&b)");
            // A line break cannot be written in an INI file.
            Path link = Files.createSymbolicLink(directory.resolve("in {{x}} ${y} 100% (a&b)"), in);
            keys(site, "Source = " + link + "\nDeleteImportFiles = 1\nMaxRejects = 50\nDestination = " + done);
            for (int i = 0; i < NAMES.size(); i++) {
                Files.writeString(in.resolve(NAMES.get(i)), HEADER + row(i, 1));
            }
            site.server();
            Program importer = site.importer();
            importer.awaitLog(NAMES.size() + " files: imported: " + NAMES.size() + " rows (0 rejected)");
            importer.await("the files in their destination", () -> count(done) == NAMES.size() && count(in) == 0);
            assertThat(importer.log().lines()).noneMatch(line -> line.startsWith("break.csv"));
            Files.writeString(in.resolve(NAMES.get(3)), HEADER + row(50, 1) + row(51, "one"));
            importer.awaitLog(NAMES.get(3) + ": imported: 2 rows (1 rejected)");
        }
    }

    @Test
    void aFolderThatIsMissingStopsNobodyAndIsWatchedOnceItIsThere() throws Exception {
        try (Site site = new Site(directory)) {
            Path missing = directory.resolve("missing");
            Path blocked = Files.writeString(directory.resolve("blocked"), "a file in the way");
            String first = Files.readString(site.conf().resolve("isps_ul.ini"));
            String other = first.substring(first.indexOf("[CSV-Import]")).replace("[CSV-Import]", "[Other]");
            keys(
                    site,
                    "Source = " + missing + "\nDeleteImportFiles = 1\nDestination = " + blocked.resolve("done") + "\n"
                            + other);
            site.server();
            Program importer = site.importer();
            importer.awaitLog("[CSV-Import] " + missing + " does not exist");
            importer.awaitLog("[CSV-Import] " + blocked.resolve("done") + " is missing and cannot be made");
            Path theirs = site.data().resolve("in/Other");
            Files.writeString(theirs.resolve("others.csv"), HEADER + row(0, 1));
            importer.awaitLog("others.csv: not imported: no line of acd_map.ini maps anything in it");

            Files.createDirectory(missing);
            Files.writeString(missing.resolve("calls.csv"), HEADER + row(0, 1));
            importer.awaitLog("[CSV-Import] " + missing + " can be used again");
            importer.awaitLog("calls.csv: imported: 1 rows");
            importer.awaitLog("calls.csv: is imported, but cannot be moved");
            Files.delete(blocked);
            importer.await("the file to be moved", () -> !Files.exists(missing.resolve("calls.csv")));
            assertThat(count(blocked.resolve("done"))).isEqualTo(1);
        }
    }

    @Test
    void aDoneFileSaysWhenAFileIsComplete() throws Exception {
        try (Site site = new Site(directory)) {
            Files.writeString(
                    site.conf().resolve("application.properties"), "xlink.csv.quiet=1h\nxlink.csv.delay=100ms\n");
            keys(site, "DoneFile = .done\nDeleteImportFiles = 2\nSubFolders = 1\nFileFilter = *.csv");
            site.server();
            Program importer = site.importer();
            Path sub = Files.createDirectories(site.folder().resolve("sub"));
            Files.writeString(sub.resolve("waiting.csv"), HEADER + row(0, 1));
            Files.writeString(sub.resolve("other.txt"), HEADER + row(0, 1));
            Files.createFile(sub.resolve("other.txt.done"));
            Path calls = Files.writeString(sub.resolve("calls.csv"), HEADER + row(0, 1));
            Path done = Files.createFile(sub.resolve("calls.csv.done"));
            importer.await("the file to be gone", () -> !Files.exists(calls));
            assertThat(done).doesNotExist();
            assertThat(count(sub)).isEqualTo(3);
            assertThat(importer.log()).doesNotContain("waiting.csv", "other.txt");
        }
    }

    /** Neither an exchange nor a query for each file: a folder of very many small files is one import. */
    @Test
    void tenThousandFilesMakeOneImport() throws Exception {
        int files = 10_000;
        try (Site site = new Site(directory)) {
            keys(site, "DeleteImportFiles = 2");
            Path in = site.folder();
            for (int i = 0; i < files; i++) {
                Files.writeString(in.resolve("calls-" + i + ".csv"), HEADER + row(i % 60, 1));
            }
            site.server();
            Program importer = site.importer();
            importer.awaitLog(files + " files: imported: " + files + " rows (0 rejected), 180 interval values stored");
            importer.await("the files to be gone", () -> count(in) == 0);
            long offered = site.export("2014-12-23", "2014-12-23")
                    .lines()
                    .filter(line -> line.startsWith("WFM,1,1002,1,"))
                    .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(',') + 1, line.length() - 3)))
                    .sum();
            assertThat(offered).isEqualTo(files);
        }
    }

    private static void keys(Site site, String keys) throws Exception {
        Path section = site.conf().resolve("isps_ul.ini");
        Files.writeString(section, Files.readString(section) + keys + "\n");
    }

    /** A row of one of the day's first 60 quarters of an hour. */
    private static String row(int quarter, Object offered) {
        return "UHD_DE_IN;23.12.2014;%02d:%02d;%s;1;60\n".formatted(quarter / 4, quarter % 4 * 15, offered);
    }

    private static long count(Path folder) throws Exception {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
