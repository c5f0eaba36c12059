package io.xlink.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What tells one state of a file from another without reading it. A file that is dropped once more, even with the
 * same content, has another stamp and is imported again, because its figures are then meant to win.
 *
 * @param path absolute path
 * @param size in bytes
 * @param modified last modification in nanoseconds since 1970
 * @param key the file system's own identity of the file, empty where it has none
 */
record FileStamp(Path path, long size, long modified, String key) {

    static FileStamp of(Path path) throws IOException {
        return of(path, Files.readAttributes(path, BasicFileAttributes.class));
    }

    static FileStamp of(Path path, BasicFileAttributes attributes) {
        return new FileStamp(
                path.toAbsolutePath(),
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                Objects.toString(attributes.fileKey(), ""));
    }

    /** How messages call the file. */
    String shown() {
        return shown(path);
    }

    /** A path for a message; a line break in a name must not begin a line of a log. */
    static String shown(Path path) {
        String text = path.toString();
        return text.chars().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cntrl}", "?") : text;
    }
}
