package io.xlink.iwfm.protocol;

import io.netty.channel.EventLoop;
import io.xlink.iwfm.wire.ServerFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The questions of one connection. The handler is asked one at a time, and only while the client takes its answers, so
 * that they cannot pile up here. Belongs to the connection's event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what follows an answer cannot fail
final class Questions {
    private final Answers answers;
    private final EventLoop loop;
    private final Executor workers;
    private final Duration handlerTimeout;
    private final Queue<Question> waiting = new ArrayDeque<>();
    private int open;
    private boolean asking;

    Questions(Answers answers, EventLoop loop, Executor workers, Duration handlerTimeout) {
        this.answers = answers;
        this.loop = loop;
        this.workers = workers;
        this.handlerTimeout = handlerTimeout;
    }

    /**
     * Takes a question.
     *
     * @param ask what the handler is asked, on a worker
     * @param encode makes frames of the answer
     */
    <T> void add(long request, Supplier<CompletionStage<T>> ask, Function<T, List<ServerFrame.Builder>> encode)
            throws MalformedException {
        if (open >= Protocol.MAX_QUESTIONS) {
            throw new MalformedException("more than " + Protocol.MAX_QUESTIONS + " questions at once");
        }
        open++;
        waiting.add(new Question(request, () -> ask(request, ask, encode)));
        next();
    }

    /** Goes on when the client takes its answers again. */
    void next() {
        while (!asking && answers.isWritable() && !waiting.isEmpty()) {
            Question question = waiting.remove();
            asking = true;
            try {
                workers.execute(question.ask);
            } catch (RejectedExecutionException e) {
                asking = false;
                open--;
                answers.fail(question.request, new RequestFailedException("the server is too busy", true));
            }
        }
    }

    void close() {
        waiting.clear();
    }

    private <T> void ask(
            long request, Supplier<CompletionStage<T>> ask, Function<T, List<ServerFrame.Builder>> encode) {
        try {
            ask.get()
                    .toCompletableFuture()
                    .copy()
                    .orTimeout(handlerTimeout.toMillis(), TimeUnit.MILLISECONDS)
                    .thenApply(encode)
                    .whenComplete(
                            (frames, error) -> answered(request, error == null ? frames : answers.failure(error)));
        } catch (Throwable e) { // Even an Error must end the request, or its sender waits for nothing.
            answered(request, answers.failure(e));
        }
    }

    private void answered(long request, List<ServerFrame.Builder> frames) {
        loop.execute(() -> {
            open--;
            asking = false;
            answers.say(request, frames);
            next();
        });
    }

    private record Question(long request, Runnable ask) {}
}
