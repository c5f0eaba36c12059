package io.xlink.source.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Holds the rejects of a piece of a file back until the lines of the pieces before it have been counted: only then is it
 * known on which lines they stand, and that they come next. Holds a bounded number of them; with one more, the piece
 * waits for those before it, which never wait for it.
 */
final class HeldRejects implements RejectSink {
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_CHARS = 4 << 20;

    private final RejectSink sink;
    private final CompletableFuture<Reached> before;
    private final CompletableFuture<Reached> after = new CompletableFuture<>();
    private final List<Reject> held = new ArrayList<>();
    private int chars;
    private Reached begin;
    private long broken;
    private long unlisted;

    /**
     * What the pieces up to some place of the file came to.
     *
     * @param line what must be added to the line of a reject of the next piece
     * @param broken broken rows so far
     * @param unlisted rows of unlisted queues so far
     */
    record Reached(long line, long broken, long unlisted) {}

    /**
     * @param sink takes the rejects, with their line in the file
     * @param before completes when all pieces before this one have been read
     */
    HeldRejects(RejectSink sink, CompletableFuture<Reached> before) {
        this.sink = sink;
        this.before = before;
    }

    /** What must be added to the line of a reject of this piece, once it has been read. */
    long begin() {
        return begin.line;
    }

    /** Completes when this piece and all before it have been read. */
    CompletableFuture<Reached> after() {
        return after;
    }

    /** @param reject with its line counted from the beginning of the piece */
    @Override
    public void reject(Reject reject) {
        if (begin != null) {
            pass(reject);
            return;
        }
        held.add(reject);
        chars += reject.original().length();
        if (held.size() == MOST_ROWS || chars > MOST_CHARS || before.isDone()) {
            release();
        }
    }

    /** Called when all pieces have been counted. */
    @Override
    public void omitted(Reject.Kind kind, long rows) {
        sink.omitted(kind, rows);
    }

    @Override
    public void restart() {
        throw new IllegalStateException("a piece is not read twice");
    }

    /**
     * The piece has been read.
     *
     * @param line number of the line behind it, counted as those of its rejects
     * @throws CancellationException when a piece before it has failed
     */
    void finish(long line, Rejections rejections) {
        release();
        after.complete(new Reached(
                begin.line + line, begin.broken + rejections.broken(), begin.unlisted + rejections.unlisted()));
    }

    /** The piece could not be read. */
    void fail() {
        after.cancel(false);
    }

    private void release() {
        if (begin == null) {
            try {
                begin = before.join();
            } catch (CompletionException e) {
                throw (CancellationException) new CancellationException("a piece before failed").initCause(e);
            }
            broken = begin.broken;
            unlisted = begin.unlisted;
            held.forEach(this::pass);
            held.clear();
        }
    }

    private void pass(Reject reject) {
        long number = reject.kind() == Reject.Kind.BROKEN ? ++broken : ++unlisted;
        if (number <= LIMIT) {
            sink.reject(reject.movedBy(begin.line));
        }
    }
}
