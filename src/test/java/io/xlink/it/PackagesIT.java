package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.Needs;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users install: the zip, unpacked and started, and the Debian package, looked into. */
class PackagesIT {
    private static final Path TARGET = Path.of(System.getProperty("xlink.jar", "target/xlink.jar"))
            .toAbsolutePath()
            .getParent();

    @TempDir
    Path directory;

    @Test
    void theZipStartsWhereItIsUnpackedAndItsArchiveIsUsed() throws Exception {
        // JDK 17 archives no classes of a jar in whose path is a blank.
        Path home = unpacked(directory.resolve("plain"));
        String xlink = home.resolve("bin/xlink").toString();
        assertThat(home.resolve("conf/presets")).isNotEmptyDirectory();
        assertThat(home.resolve("docs/service.md")).exists();
        assertThat(run(List.of(xlink, "version"), Map.of())).startsWith("xlink ");

        assertThat(run(List.of(xlink, "service", "archive"), Map.of())).contains("xlink.jsa");
        Path loaded = directory.resolve("loaded.txt");
        assertThat(run(List.of(xlink, "version"), Map.of("XLINK_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + loaded)))
                .startsWith("xlink ");
        assertThat(loaded).content().containsPattern("io.xlink.cli.Xlink source: shared objects file \\(top\\)");

        // A later jar: the archive is left alone, and nobody need know.
        Path jar = home.resolve("lib/xlink.jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
        assertThat(run(List.of(xlink, "version"), Map.of()))
                .startsWith("xlink ")
                .hasLineCount(1);
    }

    @Test
    void driversInLibExtAreOnTheClassPath() throws Exception {
        Path home = unpacked(directory.resolve("with space"));
        Files.copy(
                Path.of(org.duckdb.DuckDBDriver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()),
                home.resolve("lib/ext/driver.jar"));
        Path conf = Files.createDirectories(home.resolve("conf-duck"));
        Files.writeString(conf.resolve("isps.cfg"), "[IES System WFM]\nName = \"WFM\"\nUrl = \"iwfm://127.0.0.1:1\"\n");
        Files.writeString(conf.resolve("application.properties"), "xlink.datasource.duck.url=jdbc:duckdb:\n");
        Files.writeString(conf.resolve("isps_ul.ini"), """
                [DB]
                1=WFM,0,xlink,x
                [Duck]
                Source = duck
                QueueSQL = select 1 as id
                """);
        assertThat(run(
                        List.of(home.resolve("bin/xlink").toString(), "check", "--conf", conf.toString()),
                        Map.of("XLINK_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + directory.resolve("loaded.txt"))))
                .doesNotContain("No suitable driver");
        assertThat(directory.resolve("loaded.txt")).content().contains("org.duckdb.DuckDBDriver");
    }

    @Test
    void theDebianPackageKeepsItsPromises() throws Exception {
        Needs.installed(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "dpkg");
        String deb = only("xlink_*_all.deb").toString();
        run(List.of("dpkg-deb", "--raw-extract", deb, directory.resolve("deb").toString()), Map.of());
        Path root = directory.resolve("deb");
        try (Stream<Path> conf = Files.walk(root.resolve("etc/xlink"))) {
            // All of them, so that no update writes over what an administrator changed.
            assertThat(Files.readAllLines(root.resolve("DEBIAN/conffiles")))
                    .containsExactlyInAnyOrderElementsOf(conf.filter(Files::isRegularFile)
                            .map(file -> "/" + root.relativize(file))
                            .toList());
        }
        assertThat(root.resolve("etc/xlink/isps_ul.ini")).exists();
        assertThat(root.resolve("usr/share/xlink/lib/xlink.jar")).exists();
        assertThat(root.resolve("usr/share/xlink/bin/xlink")).isExecutable();
        assertThat(Files.readSymbolicLink(root.resolve("usr/bin/xlink")))
                .isEqualTo(Path.of("/usr/share/xlink/bin/xlink"));
        assertThat(root.resolve("lib/systemd/system/xlink.service"))
                .hasSameTextualContentAs(Path.of("src/packaging/deb/xlink.service"));
        for (String script : List.of("postinst", "prerm", "postrm")) {
            assertThat(root.resolve("DEBIAN").resolve(script)).isExecutable();
            assertThat(run(List.of("sh", "-n", root.resolve("DEBIAN/" + script).toString()), Map.of()))
                    .isEmpty();
        }
    }

    private static Path unpacked(Path directory) throws Exception {
        try (FileSystem zip =
                FileSystems.newFileSystem(only("xlink-*.zip"), Map.of("enablePosixFileAttributes", true))) {
            Path root = zip.getPath("/");
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = directory.resolve(root.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                    Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
                }
            }
        }
        try (Stream<Path> homes = Files.list(directory)) {
            return homes.filter(path -> path.getFileName().toString().startsWith("xlink-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path only(String glob) throws Exception {
        List<Path> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(TARGET, glob)) {
            files.forEach(found::add);
        }
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private String run(List<String> command, Map<String, String> environment) throws Exception {
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + command);
        }
        return Files.readString(output);
    }
}
