package io.xlink.importer;

import java.util.List;

/**
 * The files of one folder that were complete at one look: they make one import, in which their figures are summed
 * (specification, section 6).
 *
 * @param folder where they were found
 * @param files their states, at least one
 */
record FileBatch(WatchedFolder folder, List<FileStamp> files) {
    FileBatch {
        files = List.copyOf(files);
    }

    /** How messages call them: the file, or how many there are. */
    String shown() {
        return files.size() == 1 ? files.get(0).shown() : "[" + folder.source() + "] " + files.size() + " files";
    }
}
