package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in an application that has the component's jar and what that needs, and nothing else of ours. */
class BareCamelIT {
    private static final Path JAR = Path.of(System.getProperty("iwfm.jar", "target/xlink-iwfm.jar"));
    private static final Path EXAMPLE = Path.of("examples/iwfm-component/src/main/java");

    /** What the component brings: the dependencies of the POM that are not optional, and theirs. */
    private static final String BROUGHT =
            "netty-.*|camel-(support|api|util|util-json|health|netty)-\\d.*|protobuf-java-.*"
                    + "|scram-(client|common)-.*|saslprep-.*|stringprep-.*|commons-pool2-.*|slf4j-api-.*";
    /** What the application brings: Camel to run in, its other components, a logger. */
    private static final String OWN =
            "camel-(main|base|base-engine|core-.*|management-api|xml-jaxp-util|timer|log)-\\d.*|logback-.*";

    @TempDir
    Path directory;

    private Site site;

    @BeforeEach
    void server() throws Exception {
        site = new Site(directory.resolve("site"));
        site.server();
    }

    @AfterEach
    void stop() throws InterruptedException {
        site.close();
    }

    private static String classPath(Path classes) {
        Pattern wanted = Pattern.compile(BROUGHT + "|" + OWN);
        Stream<String> libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> wanted.matcher(new File(entry).getName()).matches());
        return Stream.concat(Stream.of(JAR.toString(), classes.toString()), libraries)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path compile(Path sources) throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(sources)) {
            List<Path> java = found.filter(p -> p.toString().endsWith(".java")).toList();
            assertThat(java).isNotEmpty();
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("-cp", classPath(classes), "-d", classes.toString(), "--release", "17"),
                            null,
                            files.getJavaFileObjectsFromPaths(java))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return classes;
    }

    private String run(Path classes, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(classes)));
        command.addAll(List.of(arguments));
        Path log = directory.resolve("application.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        String output = Files.readString(log);
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    @Test
    void theExampleDeliversAndGetsItsReceipt() throws Exception {
        Path classes = compile(EXAMPLE);
        Files.writeString(classes.resolve("logback.xml"), """
                <configuration>
                  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%level %msg%n</pattern></encoder>
                  </appender>
                  <root level="INFO"><appender-ref ref="out"/></root>
                </configuration>
                """);
        String output = run(
                classes,
                "-Dwfm=127.0.0.1:" + site.port(),
                "-Duser=xlink",
                "-Dpassword=" + Site.PASSWORD,
                "io.xlink.example.DeliverFigures");
        assertThat(output)
                .containsPattern("Receipt for import [0-9a-f-]{36}: 1 values stored, 0 rejected")
                .doesNotContain(Site.PASSWORD);
    }

    @Test
    void nothingElseOfOursIsThere() throws Exception {
        Path sources = Files.createDirectories(directory.resolve("probe"));
        Files.writeString(sources.resolve("Probe.java"), """
                public class Probe {
                    public static void main(String[] names) {
                        for (String name : names) {
                            try {
                                Class.forName(name, false, Probe.class.getClassLoader());
                                System.out.println("there: " + name);
                            } catch (ClassNotFoundException e) {
                                System.out.println("absent: " + name);
                            }
                        }
                    }
                }
                """);
        Path classes = compile(sources);
        List<String> foreign = List.of(
                "io.xlink.server.ServerProgram",
                "io.xlink.config.Installation",
                "io.xlink.importer.ImporterProgram",
                "io.xlink.cli.Xlink",
                "io.xlink.acdmap.AcdMap",
                "io.xlink.source.csv.CsvCallReader",
                "org.sqlite.JDBC",
                "de.siegmar.fastcsv.reader.CsvReader",
                "picocli.CommandLine",
                "com.google.crypto.tink.Aead",
                "com.sun.jna.Native",
                "io.xlink.source.odbc.OdbcDriver",
                "io.micrometer.core.instrument.MeterRegistry");
        for (String name : foreign) {
            assertThat(Class.forName(name, false, getClass().getClassLoader())).isNotNull();
        }
        List<String> command = new ArrayList<>(List.of("Probe", "io.xlink.iwfm.IwfmComponent"));
        command.addAll(foreign);
        List<String> lines =
                run(classes, command.toArray(String[]::new)).lines().toList();
        assertThat(lines).hasSize(1 + foreign.size()).startsWith("there: io.xlink.iwfm.IwfmComponent");
        assertThat(lines.subList(1, lines.size())).allMatch(l -> l.startsWith("absent: "));
    }
}
