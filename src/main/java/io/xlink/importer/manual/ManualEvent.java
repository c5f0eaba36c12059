package io.xlink.importer.manual;

/**
 * Something that whoever asked for an import is told.
 *
 * @param kind what sort of thing
 * @param text in words, one line
 * @param done how many steps are over
 * @param total how many there are; 0 as long as that is not known
 * @param end how it ended; null before that
 */
public record ManualEvent(Kind kind, String text, int done, int total, ManualEnd end) {

    /** Sorts of things. */
    public enum Kind {
        /** What is waited for; repeated as long as that is so. */
        WAITING,
        /** How far it is; repeated as long as a step takes. */
        PROGRESS,
        /** A result to be kept. */
        RESULT,
        /** Something that needs a look. */
        WARNING,
        /** The last one. */
        END
    }

    public static ManualEvent waiting(String text, int done, int total) {
        return new ManualEvent(Kind.WAITING, text, done, total, null);
    }

    public static ManualEvent progress(String text, int done, int total) {
        return new ManualEvent(Kind.PROGRESS, text, done, total, null);
    }

    public static ManualEvent result(String text, int done, int total) {
        return new ManualEvent(Kind.RESULT, text, done, total, null);
    }

    public static ManualEvent warning(String text, int done, int total) {
        return new ManualEvent(Kind.WARNING, text, done, total, null);
    }

    public static ManualEvent end(ManualEnd end, String text, int done, int total) {
        return new ManualEvent(Kind.END, text, done, total, end);
    }
}
