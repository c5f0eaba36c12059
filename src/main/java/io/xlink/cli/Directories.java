package io.xlink.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The two directories that every command works with. */
final class Directories {
    /** The launcher of a package names others, because nobody is in a directory of its own there. */
    @Option(
            names = "--conf",
            paramLabel = "DIR",
            defaultValue = "${sys:xlink.conf:-conf}",
            description = "configuration directory (default: ${DEFAULT-VALUE})")
    Path conf;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:xlink.data:-data}",
            description = "data directory (default: ${DEFAULT-VALUE})")
    Path data;
}
