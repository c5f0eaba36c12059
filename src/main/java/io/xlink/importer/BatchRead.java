package io.xlink.importer;

import java.util.List;
import java.util.Set;

/**
 * What was read at one go.
 *
 * @param folder where the files are
 * @param files those that take part in the import; none when all were left out
 */
record BatchRead(WatchedFolder folder, List<FileRead> files) {
    BatchRead {
        files = List.copyOf(files);
    }

    List<FileStamp> stamps() {
        return files.stream().map(FileRead::file).toList();
    }

    /** Those of them that are not among these. */
    BatchRead without(Set<FileStamp> left) {
        return left.isEmpty()
                ? this
                : new BatchRead(
                        folder,
                        files.stream().filter(one -> !left.contains(one.file())).toList());
    }

    /** How messages call them. */
    String shown() {
        return new FileBatch(folder, stamps()).shown();
    }

    long rowsRead() {
        return files.stream().mapToLong(FileRead::rowsRead).sum();
    }

    long rowsImported() {
        return files.stream().mapToLong(FileRead::rowsImported).sum();
    }
}
