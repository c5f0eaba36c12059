package io.xlink.source.csv;

import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * {@code MaxRejects}: a file of which more than that share of the rows is broken is most likely not what the configuration
 * describes, and then its other rows are not to be trusted either. Rows of queues or activities that are not listed, and
 * activities that are too short, are rows, but not broken ones.
 */
final class RejectLimit {
    private RejectLimit() {}

    /**
     * @param maxRejects how many of a hundred rows may be broken
     * @param suspects the keys that most often do not fit such a file
     * @param rows all data rows of the file
     * @throws CsvRefusedException when more of them are broken than the format allows
     */
    static void check(Path file, int maxRejects, String suspects, long rows, Rejections rejections) {
        long broken = rejections.broken();
        if (broken * 100 <= maxRejects * rows) {
            return;
        }
        String first = rejections.firstBroken().stream()
                .map(reject -> "line " + reject.line() + (reject.column() > 0 ? " column " + reject.column() : "") + " "
                        + reject.reason())
                .collect(Collectors.joining("; "));
        throw new CsvRefusedException(
                file,
                0,
                0,
                broken + " of " + rows + " rows are broken, more than MaxRejects=" + maxRejects + " (percent) allows: "
                        + first,
                "Nothing of it was imported. Often " + suspects + " or a column number does not fit the"
                        + " file; correct it or the file, or raise MaxRejects");
    }
}
