package io.xlink.source.odbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data source's name leads to its file, its driver and the driver's library, or to words that say what to do. */
class DataSourceNamesTest {
    @TempDir
    Path dir;

    private final Map<String, String> environment = new HashMap<>();
    private Path library;

    @BeforeEach
    void machine() throws IOException {
        for (String directory : new String[] {"conf", "home", "etc"}) {
            Files.createDirectory(dir.resolve(directory));
        }
        environment.put("ODBCSYSINI", dir.resolve("etc").toString());
        library = Files.createFile(dir.resolve("libcms.so"));
        write("etc/odbcinst.ini", "[ODBC]\nTrace=no\n[CMS Driver]\nDriver=" + library + "\n[Informix]\nDriver=x.so\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    private Resolution find(String name) {
        return new DataSourceNames(new OdbcFiles(dir.resolve("conf"), environment, dir.resolve("home")), false)
                .find(name);
    }

    @Test
    void findsFileLineDriverAndLibrary() throws IOException {
        Path file = write("etc/odbc.ini", "; sources\n[Avaya CMS]\nDriver = cms driver\nServer = x\n");

        Resolution resolution = find("AVAYA cms");

        assertThat(resolution.isUsable()).isTrue();
        DataSource source = resolution.source().orElseThrow();
        assertThat(source.name()).isEqualTo("Avaya CMS");
        assertThat(source.file()).contains(file);
        assertThat(source.line()).isEqualTo(2);
        assertThat(source.driver()).isEqualTo("cms driver");
        assertThat(source.library()).contains(library);
        assertThat(source.own()).isFalse();
    }

    @Test
    void theConfigurationDirectoryComesFirstThenTheUserThenTheMachine() throws IOException {
        String source = "[CMS]\nDriver=" + library + "\n";
        Path machine = write("etc/odbc.ini", source);
        assertThat(find("cms").source().orElseThrow().file()).contains(machine);
        Path user = write("home/.odbc.ini", source);
        assertThat(find("cms").source().orElseThrow().file()).contains(user);
        Path other = write("other.ini", source);
        environment.put("ODBCINI", other.toString());
        assertThat(find("cms").source().orElseThrow().file()).contains(other);
        Path own = write("conf/ODBC.INI", source);
        DataSource first = find("cms").source().orElseThrow();
        assertThat(first.file()).contains(own);
        assertThat(first.own()).isTrue();
        assertThat(first.library()).contains(library);
    }

    @Test
    void proposesTheNearestName() throws IOException {
        write("etc/odbc.ini", "[ODBC Data Sources]\nAvayaCMS=x\n[AvayaCMS]\nDriver=CMS Driver\n");
        assertThat(find("AvayaCSM").problems().toString())
                .contains("no data source AvayaCSM stands in " + dir.resolve("conf/odbc.ini") + ", ")
                .endsWith(". Did you mean AvayaCMS?]");
        assertThat(find("Genesys").problems().toString()).contains("use one of: AvayaCMS]");
        assertThat(find("ODBC Data Sources").source()).isEmpty();
    }

    @Test
    void saysWhereToDefineTheFirstOne() {
        assertThat(find("CMS").source()).isEmpty();
        assertThat(find("CMS").problems().toString())
                .contains(
                        dir.resolve("conf/odbc.ini").toString(),
                        dir.resolve("home/.odbc.ini").toString(),
                        dir.resolve("etc/odbc.ini").toString())
                .contains("Add a section [CMS] with Driver= to one of them");
    }

    @Test
    void saysWhatIsWrongWithTheDriver() throws IOException {
        Path file = write("conf/odbc.ini", """
                [None]
                Server=x
                [Typo]
                Driver=CMS Drivr
                [Unknown]
                Driver=Genesys
                [Empty]
                Driver=Empty
                [Gone]
                Driver=/nowhere/libcms.so
                [NotHere]
                Driver=libnothere.so.3
                [Informix]
                Driver=INFORMIX
                """);
        Path drivers = Files.writeString(
                dir.resolve("etc/odbcinst.ini"),
                Files.readString(dir.resolve("etc/odbcinst.ini")) + "[Empty]\nSetup=x\n");

        assertThat(problem("None"))
                .isEqualTo(file + ":1: [None] names no driver. Add Driver= with a section of"
                        + " odbcinst.ini, or a library's path");
        assertThat(problem("Typo"))
                .isEqualTo(file + ":3: [Typo] names the driver CMS Drivr, which " + drivers
                        + " does not have. Did you mean CMS Driver?");
        assertThat(problem("Unknown")).endsWith("Install the driver, or use one of: CMS Driver, Informix, Empty");
        assertThat(problem("Empty")).startsWith(drivers + ":7: [Empty] names no library. ");
        assertThat(problem("Gone")).startsWith(file + ":9: [Gone] names the library /nowhere/libcms.so, which is not");
        assertThat(problem("NotHere")).contains("names the library libnothere.so.3, which is not there. Install");
        assertThat(problem("Informix")).startsWith(drivers + ":5: [Informix] names the library x.so, which is not");
    }

    private String problem(String name) {
        Resolution resolution = find(name);
        assertThat(resolution.isUsable()).isFalse();
        assertThat(resolution.source()).isPresent();
        assertThat(resolution.problems()).hasSize(1);
        return resolution.problems().get(0).toString();
    }

    @Test
    void findsDriversOfTheUserAndLibrariesWithoutDirectory() throws IOException {
        write("etc/odbc.ini", "[One]\nDriver=Mine\n[Two]\nDriver=libcms.so\n");
        write("home/.odbcinst.ini", "[Mine]\nDriver=y.so\nDriver64=" + library + "\n");
        environment.put("LD_LIBRARY_PATH", "/nowhere::" + dir);
        assertThat(find("One").source().orElseThrow().library()).contains(library);
        assertThat(find("Two").source().orElseThrow().library()).contains(library);
        environment.put("ODBCINSTINI", "drivers.ini");
        assertThat(find("Two").isUsable()).isTrue();
    }

    @Test
    void aFileNamedByTheEnvironmentMayStandAnywhere() throws IOException {
        Path drivers = write("drivers.ini", "[Elsewhere]\nDriver=" + library + "\n");
        environment.put("ODBCINSTINI", drivers.toString());
        write("etc/odbc.ini", "[One]\nDriver=Elsewhere\n");
        assertThat(find("One").isUsable()).isTrue();
    }
}
