package io.xlink.source.csv;

/**
 * Takes the rows that are not imported. Called from one thread at a time, in the order of the file; at most {@link
 * #LIMIT} rows of each kind are handed over, of the rest only the number.
 */
public interface RejectSink {
    /** How many rows of each kind are handed over for one file; more of them would tell nobody anything. */
    int LIMIT = 100_000;

    /** One row that is not imported. */
    void reject(Reject reject);

    /** Called once at the end for a kind of which more than {@link #LIMIT} rows were found. */
    void omitted(Reject.Kind kind, long rows);

    /** The file is read again from its beginning with another character set: what was handed over so far is void. */
    void restart();
}
