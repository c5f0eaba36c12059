package io.xlink.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xlink.config.ConfigException;
import io.xlink.model.Catalogue;
import io.xlink.model.Catalogue.ExternalName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Paired files: {@code x.yaml} beside {@code x.expected.txt} or {@code x.error.txt}. */
class ServerFileTest {
    private static final Path CASES = Path.of("src/test/resources/server/catalogue");

    static List<String> good() {
        return cases("good");
    }

    static List<String> bad() {
        return cases("bad");
    }

    @ParameterizedTest
    @MethodSource
    void good(String name) throws IOException {
        ServerConfig config = ServerFile.read(CASES.resolve("good").resolve(name + ".yaml"));

        assertThat(render(config)).isEqualTo(Files.readString(CASES.resolve("good/" + name + ".expected.txt")));
    }

    @ParameterizedTest
    @MethodSource
    void bad(String name) throws IOException {
        Path file = CASES.resolve("bad").resolve(name + ".yaml");

        Throwable thrown = catchThrowable(() -> ServerFile.read(file));

        assertThat(thrown).isInstanceOf(ConfigException.class);
        String message = thrown.getMessage()
                .replace(file.toString(), "FILE")
                .replace(file.getParent().toString(), "DIR");
        assertThat(message + "\n").isEqualTo(Files.readString(CASES.resolve("bad/" + name + ".error.txt")));
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path directory) {
        Path file = directory.resolve("server.yaml");

        assertThat(catchThrowable(() -> ServerFile.read(file)))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ": cannot be read (NoSuchFileException). Check the path and permissions");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("server.yaml");
        Files.write(file, new byte[] {'n', 'a', 'm', 'e', ':', ' ', 'Z', (byte) 0xFC, 'r', 'i', 'c', 'h'});

        assertThat(catchThrowable(() -> ServerFile.read(file)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageEndingWith("Save it as UTF-8");
    }

    private static List<String> cases(String directory) {
        try (Stream<Path> files = Files.list(CASES.resolve(directory))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String render(ServerConfig config) {
        List<String> lines = new ArrayList<>();
        Catalogue catalogue = config.catalogue();
        lines.add("name " + config.name());
        config.listen().ifPresent(listen -> lines.add("listen " + listen));
        config.tls()
                .ifPresent(tls -> lines.add("tls " + tls.listen() + " "
                        + tls.certificate().getFileName() + " " + tls.key().getFileName()));
        catalogue
                .queues()
                .forEach(queue -> lines.add("queue " + queue.id() + " under " + queue.parent() + ": " + queue.name()));
        catalogue.valueTypes().forEach(type -> lines.add("value type " + type.id() + ": " + type.name()));
        catalogue.externalSystems().forEach(system -> lines.add("external system " + system));
        catalogue.activities().forEach(a -> lines.add("activity " + a.id() + ": " + a.name() + claims(a.external())));
        catalogue.employees().forEach(e -> lines.add("employee " + e.id() + ": " + e.name() + claims(e.external())));
        if (catalogue.anyEmployee()) {
            lines.add("employee any");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String claims(List<ExternalName> names) {
        return names.isEmpty()
                ? ""
                : names.stream()
                        .map(name -> name.system() + "/" + name.name())
                        .collect(Collectors.joining(", ", " = ", ""));
    }
}
