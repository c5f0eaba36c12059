package io.xlink.importer;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Copies a file so that the copy is on the disk when that is said, and never half of it under its name. */
final class DurableCopy {
    private DurableCopy() {}

    /** @throws IOException when it fails; nothing is left of the copy then */
    static void of(Path file, Path copy) throws IOException {
        Path part = copy.resolveSibling(copy.getFileName() + ".part");
        try {
            try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
                    FileChannel to = FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                long size = from.size();
                long done = 0;
                while (done < size) {
                    long more = from.transferTo(done, size - done, to);
                    if (more <= 0) {
                        throw new EOFException("the file became shorter while it was copied");
                    }
                    done += more;
                }
                to.force(true);
            }
            Files.setLastModifiedTime(part, Files.getLastModifiedTime(file));
            Files.move(part, copy);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
