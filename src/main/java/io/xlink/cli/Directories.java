package io.xlink.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The two directories that every command works with. */
final class Directories {
    @Option(names = "--conf", paramLabel = "DIR", description = "configuration directory (default: ${DEFAULT-VALUE})")
    Path conf = Path.of("conf");

    @Option(names = "--data", paramLabel = "DIR", description = "data directory (default: ${DEFAULT-VALUE})")
    Path data = Path.of("data");
}
