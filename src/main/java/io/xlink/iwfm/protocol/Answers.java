package io.xlink.iwfm.protocol;

import io.netty.channel.ChannelHandlerContext;
import io.xlink.iwfm.wire.Failure;
import io.xlink.iwfm.wire.ServerFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** What a logged-in client is told: answers of any number of frames, and failures. Belongs to its event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel, which is noticed
final class Answers {
    private final ChannelHandlerContext ctx;
    private final Peer client;
    private final String user;
    private final Duration handlerTimeout;
    private final ContextLog log;
    private boolean closed;

    Answers(ChannelHandlerContext ctx, Peer client, String user, Duration handlerTimeout, ContextLog log) {
        this.ctx = ctx;
        this.client = client;
        this.user = user;
        this.handlerTimeout = handlerTimeout;
        this.log = log;
    }

    /** Says no more. */
    void close() {
        closed = true;
    }

    boolean isWritable() {
        return !closed && ctx.channel().isWritable();
    }

    /** Ends a request with the frames of its answer. */
    void say(long request, List<ServerFrame.Builder> frames) {
        if (closed) {
            return;
        }
        for (int i = 0; i < frames.size(); i++) {
            ServerFrame frame = frames.get(i)
                    .setRequest(request)
                    .setMore(i < frames.size() - 1)
                    .build();
            if (frame.getSerializedSize() > client.maxFrame()) {
                ctx.write(failure(new RequestFailedException("an entry of the answer is larger than a frame", false))
                        .get(0)
                        .setRequest(request)
                        .build());
                break;
            }
            ctx.write(frame);
        }
        ctx.flush();
    }

    /** Ends a request with the reason why it was not carried out. */
    void fail(long request, Throwable error) {
        say(request, failure(error));
    }

    /** The frame that says why; from any thread. */
    List<ServerFrame.Builder> failure(Throwable error) {
        Throwable cause = cause(error);
        boolean retry = !(cause instanceof RequestFailedException failed) || failed.retry();
        String reason = cause instanceof TimeoutException
                ? "the server did not carry it out within " + handlerTimeout
                : cause.getMessage();
        if (!(cause instanceof RequestFailedException)) {
            log.warn("A request of user {} failed: {}", Protocol.plain(user), cause.toString());
            log.debug("Failed request", cause);
        }
        Failure.Builder failure = Failure.newBuilder()
                .setReason(Protocol.plain(reason == null ? "the server could not carry it out" : reason))
                .setRetry(retry);
        return List.of(ServerFrame.newBuilder().setFailure(failure));
    }

    static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
