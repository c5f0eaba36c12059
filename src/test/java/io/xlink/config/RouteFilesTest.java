package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFilesTest {
    private static final List<String> BUILT_IN = List.of("csv-phonelink.camel.yaml");
    private static final List<String> ELSEWHERE = List.of("wfm-server.camel.yaml");

    @TempDir
    Path conf;

    private Path routes;

    @BeforeEach
    void folder() throws IOException {
        routes = Files.createDirectory(conf.resolve("routes"));
    }

    @Test
    void withoutAFolderTheBuiltInFilesCount() throws IOException {
        Files.delete(routes);
        assertThat(new RouteFiles(conf).withOwn(BUILT_IN, ELSEWHERE))
                .containsExactly("classpath:routes/csv-phonelink.camel.yaml");
    }

    @Test
    void aFileOfTheSameNameReplacesTheBuiltInOne() throws IOException {
        Path own = Files.createFile(routes.resolve("csv-phonelink.camel.yaml"));
        assertThat(new RouteFiles(conf).withOwn(BUILT_IN, ELSEWHERE)).containsExactly("file:" + own.toAbsolutePath());
    }

    @Test
    void furtherFilesAreLoadedBesideIt() throws IOException {
        Path own = Files.createFile(routes.resolve("archive.camel.yaml"));
        Files.createFile(routes.resolve("notes.txt"));
        assertThat(new RouteFiles(conf).withOwn(BUILT_IN, ELSEWHERE))
                .containsExactly("classpath:routes/csv-phonelink.camel.yaml", "file:" + own.toAbsolutePath());
    }

    @Test
    void theOtherProgramsFilesAreLeftToIt() throws IOException {
        Path own = Files.createFile(routes.resolve("wfm-server.camel.yaml"));
        assertThat(new RouteFiles(conf).withOwn(BUILT_IN, ELSEWHERE)).hasSize(1);
        assertThat(new RouteFiles(conf).of(ELSEWHERE)).containsExactly("file:" + own.toAbsolutePath());
    }
}
