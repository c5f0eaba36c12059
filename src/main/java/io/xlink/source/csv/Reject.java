package io.xlink.source.csv;

/**
 * A row that was not imported (specification, section 4: it is counted and reported).
 *
 * @param kind whether the row is broken or belongs to a queue or activity that is not listed
 * @param line number of the physical line on which the row starts, from 1, header lines included
 * @param column number of the column concerned, from 1; 0 for the row as a whole
 * @param reason what is wrong, for an administrator to read
 * @param original the row as it stands in the file, without its line end
 */
public record Reject(Kind kind, long line, int column, String reason, String original) {

    /** Why a row is not imported. */
    public enum Kind {
        /** The row cannot be read. */
        BROKEN,
        /** The row is sound, but no list of the configuration names its queue or activity. */
        UNLISTED
    }

    /** The same, so many lines further down. */
    Reject movedBy(long lines) {
        return new Reject(kind, line + lines, column, reason, original);
    }
}
