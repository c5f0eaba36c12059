package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ServerFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;

/**
 * One request of a client, from {@code send} to its one completion, over as many connections as that takes. Belongs to
 * the client's event loop, except for the completion, which runs on a worker.
 *
 * @param <P> what one frame of the answer carries
 * @param <T> the whole answer
 */
abstract class Request<P, T> {
    /** An answer that grows beyond this is not one that anybody wants to hold. */
    private static final long MOST_ANSWER_BYTES = 64L * 1024 * 1024;

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final IwfmThreads threads;
    private final List<P> parts = new ArrayList<>();
    private long bytes;
    private boolean ended;
    private ScheduledFuture<?> deadline;
    private long order;
    private long number;

    Request(IwfmThreads threads) {
        this.threads = threads;
    }

    /** What it is, for messages. */
    abstract String what();

    /** Whether it counts towards the window of imports. */
    abstract boolean isImport();

    /** The first minor version of the protocol that knows this request. */
    int minor() {
        return 0;
    }

    /** The frames to send. */
    abstract Iterator<ClientFrame> frames(long number, Peer peer);

    /** What a frame carries of the answer, or null when it is no answer to this kind of request. */
    abstract P part(ServerFrame frame);

    abstract T whole(List<P> parts) throws MalformedException;

    CompletableFuture<T> result() {
        return result;
    }

    /** Whether it is completed, or about to be. */
    boolean ended() {
        return ended;
    }

    void deadline(ScheduledFuture<?> timer) {
        deadline = timer;
    }

    /** Its place among all requests of the client. */
    long order() {
        return order;
    }

    void order(long place) {
        order = place;
    }

    /** Its number on the current connection. */
    long number() {
        return number;
    }

    /** Begins an attempt; what an earlier one heard is void. */
    void attempt(long newNumber) {
        number = newNumber;
        parts.clear();
        bytes = 0;
    }

    /**
     * Takes a frame of the answer.
     *
     * @return whether the answer is complete
     */
    boolean answer(ServerFrame frame) throws MalformedException {
        if (ended) {
            return !frame.getMore();
        }
        if (frame.getBodyCase() == ServerFrame.BodyCase.FAILURE) {
            fail(new RequestFailedException(
                    what() + ": " + Protocol.plain(frame.getFailure().getReason()),
                    frame.getFailure().getRetry()));
            return true;
        }
        P part = part(frame);
        if (part == null) {
            throw new MalformedException(frame.getBodyCase() + " in answer to " + what());
        }
        bytes += frame.getSerializedSize();
        if (bytes > MOST_ANSWER_BYTES) {
            fail(new RequestFailedException(
                    what() + ": the answer is larger than " + MOST_ANSWER_BYTES + " bytes", false));
            parts.clear();
            return !frame.getMore();
        }
        parts.add(part);
        if (frame.getMore()) {
            return false;
        }
        T whole = whole(parts);
        end(() -> result.complete(whole));
        return true;
    }

    void fail(IwfmException reason) {
        end(() -> result.completeExceptionally(reason));
    }

    private void end(Runnable completion) {
        if (ended) {
            return;
        }
        ended = true;
        if (deadline != null) {
            deadline.cancel(false);
        }
        threads.run(completion);
    }
}
