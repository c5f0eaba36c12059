package io.xlink.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether there is room on the disk of a directory. */
final class DiskCheck extends StandingCheck {
    static final String PREFIX = "disk:";
    /** Below that the importer's memory cannot be relied on to grow. */
    private static final long LEAST_BYTES = 16L << 20;

    private final Path directory;

    DiskCheck(String name, Path directory) {
        super(PREFIX + name);
        this.directory = directory;
    }

    /** A directory of logs is made when there is something to log. */
    private Path existing() {
        Path path = directory.toAbsolutePath();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    @Override
    Finding find(Map<String, Object> details) {
        details.put("directory", directory.toString());
        try {
            long free = Files.getFileStore(existing()).getUsableSpace();
            details.put("freeBytes", free);
            return free < LEAST_BYTES
                    ? new Finding(
                            Standing.DOWN,
                            "is nearly full: " + free
                                    + " bytes are free, and imports wait once nothing fits. Make room")
                    : Finding.UP;
        } catch (IOException e) {
            return new Finding(Standing.DOWN, "cannot be looked at: " + e);
        }
    }
}
