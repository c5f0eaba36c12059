package io.xlink.iwfm.protocol;

import com.google.protobuf.UnknownFieldSet;
import io.netty.channel.ChannelHandlerContext;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ExportRequest;
import io.xlink.iwfm.wire.Failure;
import io.xlink.iwfm.wire.Pong;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ExportQuery;
import io.xlink.model.Import;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The requests of one logged-in connection. Belongs to its event loop; the handler runs on workers. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel, which is noticed
final class Requests {
    private final IwfmListener listener;
    private final ListenerSettings settings;
    private final ChannelHandlerContext ctx;
    private final String user;
    private final Peer client;
    private final ContextLog log;
    private final Consumer<String> farewell;
    private final ImportLine line;
    private long lastRequest;
    private ImportAssembly assembly;
    /** What the import under way took of the listener's budget. */
    private long taken;

    /** An import that failed before its end; the rest of it is still on the way. */
    private long discarded;

    private int imports;
    private int questions;

    /** Questions that are not asked yet: one at a time, so that a client cannot have many answers pile up here. */
    private final Queue<Question> questionLine = new ArrayDeque<>();

    private boolean asking;
    private boolean closed;

    Requests(
            IwfmListener listener,
            ChannelHandlerContext ctx,
            String user,
            Peer client,
            ImportLine line,
            ContextLog log,
            Consumer<String> farewell) {
        this.listener = listener;
        this.settings = listener.settings();
        this.ctx = ctx;
        this.user = user;
        this.client = client;
        this.log = log;
        this.farewell = farewell;
        this.line = line;
    }

    void handle(ClientFrame frame) throws MalformedException {
        long request = frame.getRequest();
        switch (frame.getBodyCase()) {
            case PING ->
                ctx.writeAndFlush(ServerFrame.newBuilder()
                        .setPong(Pong.getDefaultInstance())
                        .build());
            case IMPORT_BEGIN -> begin(frame);
            case CALL_DATA, ACTIVITIES -> chunk(frame);
            case IMPORT_END -> end(frame);
            case IMPORT_CANCEL -> cancel(request);
            case CATALOGUE ->
                question(
                        request,
                        () -> listener.handler().catalogue(user),
                        c -> CatalogueCodec.toWire(c, client.maxFrame()));
            case EXPORT -> export(request, frame.getExport());
            case BODY_NOT_SET -> unknown(frame);
            default -> throw new MalformedException(frame.getBodyCase() + " after the login");
        }
    }

    private void export(long request, ExportRequest wire) throws MalformedException {
        switch (wire.getKind()) {
            case KIND_CALL_DATA -> {
                ExportQuery query = ExportCodec.fromWire(wire);
                question(request, () -> listener.handler().export(query, user), s -> ExportCodec.toWire(s, client));
            }
            case KIND_ACTIVITIES -> {
                ActivityQuery query = ActivityExportCodec.fromWire(wire);
                question(
                        request,
                        () -> listener.handler().exportActivities(query, user),
                        s -> ActivityExportCodec.toWire(s, client.maxFrame()));
            }
            default -> {
                number(request);
                answer(request, failure(new RequestFailedException("this server does not export that kind", false)));
            }
        }
    }

    /** The connection is gone; what was not complete is forgotten. */
    void close() {
        if (!closed) {
            closed = true;
            dropAssembly();
            questionLine.clear();
            line.close();
        }
    }

    private void begin(ClientFrame frame) throws MalformedException {
        number(frame.getRequest());
        if (assembly != null) {
            throw new MalformedException("an import begins inside another one");
        }
        if (imports >= settings.limits().window()) {
            throw new MalformedException("more than " + settings.limits().window() + " imports at once");
        }
        imports++;
        assembly = new ImportAssembly(frame.getRequest(), frame.getImportBegin());
        if (!assembly.known()) {
            fail(new RequestFailedException("this server does not store imports of that kind", false));
        }
    }

    private void chunk(ClientFrame frame) throws MalformedException {
        if (!belongs(frame)) {
            return;
        }
        long bytes = frame.hasActivities() ? assembly.add(frame.getActivities()) : assembly.add(frame.getCallData());
        if (taken + line.bytes() + bytes > settings.limits().maxConnectionBytes()) {
            fail(new RequestFailedException("the server holds too much of this connection at the moment", true));
            return;
        }
        if (!listener.budget().take(bytes)) {
            fail(new RequestFailedException("the server holds too many imports at the moment", true));
            return;
        }
        taken += bytes;
        if (assembly.bytes() > settings.limits().maxImportBytes()) {
            fail(new RequestFailedException(
                    "the import needs more than " + settings.limits().maxImportBytes() + " bytes on the server",
                    false));
        }
    }

    private void end(ClientFrame frame) throws MalformedException {
        if (!belongs(frame)) {
            return;
        }
        Import what;
        try {
            what = assembly.finish(frame.getImportEnd(), settings.server());
        } catch (RequestFailedException e) {
            fail(e);
            return;
        }
        long bytes = taken;
        taken = 0;
        assembly = null;
        line.add(what, user, bytes, (receipt, error) -> {
            imports--;
            if (error == null) {
                answer(frame.getRequest(), ReceiptCodec.toWire(receipt, client.maxFrame()));
            } else {
                answer(frame.getRequest(), failure(error));
                if (cause(error) instanceof TimeoutException) {
                    // It may still be stored later; handing over the next one now could reverse their order.
                    farewell.accept("storing an import takes too long");
                }
            }
        });
    }

    private void cancel(long request) {
        if (assembly != null && assembly.request() == request) {
            imports--;
            dropAssembly();
        }
    }

    /** Whether a frame goes on with the import under way; throws when it goes on with none. */
    private boolean belongs(ClientFrame frame) throws MalformedException {
        if (assembly != null && assembly.request() == frame.getRequest()) {
            return true;
        }
        if (assembly == null && frame.getRequest() == discarded) {
            return false;
        }
        throw new MalformedException(frame.getBodyCase() + " of an import that has not begun");
    }

    private void fail(RequestFailedException reason) {
        long request = assembly.request();
        dropAssembly();
        discarded = request;
        imports--;
        answer(request, failure(reason));
    }

    private void dropAssembly() {
        if (assembly != null) {
            listener.budget().give(taken);
            taken = 0;
            assembly = null;
        }
    }

    private <T> void question(
            long request, Supplier<CompletionStage<T>> ask, Function<T, List<ServerFrame.Builder>> encode)
            throws MalformedException {
        number(request);
        if (questions >= Protocol.MAX_QUESTIONS) {
            throw new MalformedException("more than " + Protocol.MAX_QUESTIONS + " questions at once");
        }
        questions++;
        questionLine.add(new Question(request, () -> ask(request, ask, encode)));
        nextQuestion();
    }

    /** The client takes its answers again, so that it may have another one. */
    void writable() {
        nextQuestion();
    }

    private void nextQuestion() {
        while (!asking && !closed && ctx.channel().isWritable() && !questionLine.isEmpty()) {
            Question question = questionLine.remove();
            asking = true;
            try {
                listener.threads().workers().execute(question.ask);
            } catch (RejectedExecutionException e) {
                asking = false;
                questions--;
                answer(question.request, failure(new RequestFailedException("the server is too busy", true)));
            }
        }
    }

    private record Question(long request, Runnable ask) {}

    private <T> void ask(
            long request, Supplier<CompletionStage<T>> ask, Function<T, List<ServerFrame.Builder>> encode) {
        try {
            ask.get()
                    .toCompletableFuture()
                    .copy()
                    .orTimeout(settings.timeouts().handler().toMillis(), TimeUnit.MILLISECONDS)
                    .thenApply(encode)
                    .whenComplete((frames, error) -> answered(request, error == null ? frames : failure(error)));
        } catch (Throwable e) { // Even an Error must end the request, or its sender waits for nothing.
            answered(request, failure(e));
        }
    }

    private void answered(long request, List<ServerFrame.Builder> frames) {
        ctx.executor().execute(() -> {
            questions--;
            asking = false;
            answer(request, frames);
            nextQuestion();
        });
    }

    private void answer(long request, List<ServerFrame.Builder> frames) {
        if (closed) {
            return;
        }
        for (int i = 0; i < frames.size(); i++) {
            ServerFrame frame = frames.get(i)
                    .setRequest(request)
                    .setMore(i < frames.size() - 1)
                    .build();
            if (frame.getSerializedSize() > client.maxFrame()) {
                frame = failure(new RequestFailedException("an entry of the answer is larger than a frame", false))
                        .get(0)
                        .setRequest(request)
                        .build();
                ctx.write(frame);
                break;
            }
            ctx.write(frame);
        }
        ctx.flush();
    }

    private List<ServerFrame.Builder> failure(Throwable error) {
        Throwable cause = cause(error);
        boolean retry = !(cause instanceof RequestFailedException failed) || failed.retry();
        String reason = cause instanceof TimeoutException
                ? "the server did not carry it out within "
                        + settings.timeouts().handler()
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

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    private void number(long request) throws MalformedException {
        if (request <= lastRequest) {
            throw new MalformedException("request numbers that do not ascend");
        }
        lastRequest = request;
    }

    /** A newer client may know requests that this version does not. */
    private void unknown(ClientFrame frame) throws MalformedException {
        if (frame.getUnknownFields().equals(UnknownFieldSet.getDefaultInstance())) {
            throw new MalformedException("an empty frame");
        }
        if (assembly == null && frame.getRequest() != 0 && frame.getRequest() == discarded) {
            return; // A chunk of an import whose kind this version does not know.
        }
        number(frame.getRequest());
        answer(
                frame.getRequest(),
                failure(new RequestFailedException("this server does not know that request", false)));
    }
}
