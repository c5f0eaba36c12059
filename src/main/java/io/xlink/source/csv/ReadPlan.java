package io.xlink.source.csv;

/**
 * How a file may be read; what comes out is the same.
 *
 * @param plain whether rows may be read from their bytes where the file allows it
 * @param pieces in how many pieces at once at most
 * @param least bytes of a piece below which cutting is not worth it
 * @param chunk bytes that are read at once, when rows are read from them
 */
record ReadPlan(boolean plain, int pieces, long least, int chunk) {
    private static final int MOST_PIECES = 4;
    private static final long LEAST = 4 << 20;
    private static final int CHUNK = 1 << 18;

    static ReadPlan quickest() {
        return new ReadPlan(true, Math.min(Runtime.getRuntime().availableProcessors(), MOST_PIECES), LEAST, CHUNK);
    }

    ReadPlan inOnePiece() {
        return new ReadPlan(plain, 1, least, chunk);
    }

    /** How to go on when a file turns out not to be as plain as it seemed. */
    ReadPlan notPlain() {
        return new ReadPlan(false, pieces, least, chunk);
    }

    /** In how many pieces so many bytes are read. */
    int pieces(long bytes) {
        return (int) Math.max(1, Math.min(pieces, bytes / Math.max(1, least)));
    }
}
