package io.xlink.importer;

import io.xlink.config.General;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where logs of the importer go ({@code LogDir}, specification, section 3). */
final class LogDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(LogDirectory.class);

    private LogDirectory() {}

    /**
     * The directory of the configuration or, without one that can be one on this machine, {@code logs} of the data
     * directory: a log is no reason not to start.
     */
    static Path of(General general, Path conf, Path data) {
        Path otherwise = data.resolve("logs");
        String text = general.logDir().orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (File.separatorChar == '/' && (text.indexOf('\\') >= 0 || text.matches("[A-Za-z]:.*"))) {
            LOG.warn("LogDir={} is a path of Windows, and this machine is none; logs go to {}", text, otherwise);
            return otherwise;
        }
        try {
            return conf.toAbsolutePath().resolve(text).normalize();
        } catch (InvalidPathException e) {
            LOG.warn("LogDir={} is not a path; logs go to {}", text, otherwise);
            return otherwise;
        }
    }
}
