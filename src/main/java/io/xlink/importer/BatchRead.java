package io.xlink.importer;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was read at one go.
 *
 * @param folder where the files are
 * @param left files that cannot be used, with the reason
 * @param files those that take part in the import; none when all were left out
 */
record BatchRead(WatchedFolder folder, List<FileRead> files, Map<FileStamp, String> left) {
    BatchRead {
        files = List.copyOf(files);
        left = Map.copyOf(left);
    }

    List<FileStamp> stamps() {
        return files.stream().map(FileRead::file).toList();
    }

    /** None of which is left out. */
    static BatchRead of(WatchedFolder folder, List<FileRead> files) {
        return new BatchRead(folder, files, Map.of());
    }

    /** Those of them that are not among these. */
    BatchRead without(Set<FileStamp> out) {
        return out.isEmpty()
                ? this
                : new BatchRead(
                        folder,
                        files.stream().filter(one -> !out.contains(one.file())).toList(),
                        left);
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
