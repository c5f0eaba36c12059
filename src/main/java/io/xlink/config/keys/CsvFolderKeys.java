package io.xlink.config.keys;

import static io.xlink.config.keys.Place.CSV_ACTIVITIES;
import static io.xlink.config.keys.Place.CSV_CALLS;

import java.util.List;

/** Keys of ours about which files of a folder are read, and when. */
public final class CsvFolderKeys {
    private static final String FILTER =
            "which files are read: patterns of their names, such as `*.csv;calls_??.txt`, in any case";
    private static final String SUB = "whether folders within the folder are looked into, too";
    private static final String DONE =
            "ending of a file that says that the one of the same name without it is complete: with `.done`, `calls.csv` is"
                    + " read once `calls.csv.done` is there";
    private static final String QUIET = "a file is complete when it has not changed for a while";

    public static final Key FILE_FILTER =
            Key.of(0, CSV_CALLS, "FileFilter", FreeText.NAMES, FILTER).otherwise("all files");
    public static final Key SUB_FOLDERS =
            Key.of(0, CSV_CALLS, "SubFolders", Flag.FLAG, SUB).absent("0");
    public static final Key DONE_FILE =
            Key.of(0, CSV_CALLS, "DoneFile", FreeText.TEXT, DONE).otherwise(QUIET);
    public static final Key OVERLAP = Key.of(
                    0,
                    CSV_CALLS,
                    "Overlap",
                    Choice.of("replace", "sum"),
                    "what a file does to the intervals that an earlier import delivered: `replace` them, or be added to them")
            .absent("replace");
    public static final Key ACTIVITY_FILE_FILTER = Key.of(
                    0, CSV_ACTIVITIES, "ActivityFileFilter", FreeText.NAMES, FILTER)
            .otherwise("all files");
    public static final Key ACTIVITY_SUB_FOLDERS =
            Key.of(0, CSV_ACTIVITIES, "ActivitySubFolders", Flag.FLAG, SUB).absent("0");
    public static final Key ACTIVITY_DONE_FILE =
            Key.of(0, CSV_ACTIVITIES, "ActivityDoneFile", FreeText.TEXT, DONE).otherwise(QUIET);

    private CsvFolderKeys() {}

    static List<Key> all() {
        return List.of(
                FILE_FILTER,
                SUB_FOLDERS,
                DONE_FILE,
                OVERLAP,
                ACTIVITY_FILE_FILTER,
                ACTIVITY_SUB_FOLDERS,
                ACTIVITY_DONE_FILE);
    }
}
