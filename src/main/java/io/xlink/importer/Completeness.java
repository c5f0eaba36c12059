package io.xlink.importer;

import java.nio.file.Files;

/** Says when a file is completely written. */
interface Completeness {
    /** Looks at the file once more; true when nobody writes it any more. */
    boolean isComplete(FileStamp now);

    /** The next look at the file is the first one. */
    void forget(FileStamp file);

    /** Complete when there is another file that says so. */
    static Completeness byDoneFile(FileNames names) {
        return new Completeness() {
            @Override
            public boolean isComplete(FileStamp now) {
                return Files.exists(names.doneFile(now.path()).orElseThrow());
            }

            @Override
            public void forget(FileStamp file) {
                // Nothing is remembered.
            }
        };
    }
}
