package io.xlink.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder into which something is to be written later: trouble with it is told before that. */
final class WritableFolder {
    private final Path folder;
    private final FolderHealth health;

    WritableFolder(Path folder, FolderHealth health) {
        this.folder = folder;
        this.health = health;
    }

    /** Looks at it, and makes it when it is missing. */
    void check() {
        if (!health.mayLook()) {
            return;
        }
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            if (Files.isWritable(folder)) {
                health.good();
            } else {
                health.bad("cannot be written. Let the user that runs this program write there");
            }
        } catch (IOException e) {
            health.bad("is missing and cannot be made (" + e + "). Make it, connect its drive, or correct the path");
        }
    }
}
