package io.xlink.source.odbc;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A data source (DSN).
 *
 * @param name as it is written where it is defined
 * @param file the {@code odbc.ini} that defines it; empty when the driver manager keeps it elsewhere (Windows)
 * @param line line of its section, from 1; 0 without a file
 * @param driver the driver as the definition names it: a section of odbcinst.ini, a path, or a description on Windows
 * @param library the driver's library, when it was found on the disk; its absence is a problem except on Windows
 * @param definition its keys and values, where they can be read
 * @param own whether the driver manager does not know it, because it stands in the configuration directory or nowhere
 */
public record DataSource(
        String name,
        Optional<Path> file,
        int line,
        String driver,
        Optional<Path> library,
        Optional<Attributes> definition,
        boolean own) {}
