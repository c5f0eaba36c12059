package io.xlink.iwfm.protocol;

import com.google.protobuf.UnknownFieldSet;
import io.netty.channel.ChannelHandlerContext;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ExportRequest;
import io.xlink.iwfm.wire.Pong;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ExportQuery;
import io.xlink.model.Import;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
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
    private final Consumer<String> farewell;
    private final ImportLine line;
    private final Answers answers;
    private final Questions questions;
    private long lastRequest;
    private ImportAssembly assembly;
    /** What the import under way took of the listener's budget. */
    private long taken;

    /** An import that failed before its end; the rest of it is still on the way. */
    private long discarded;

    private int imports;
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
        this.farewell = farewell;
        this.line = line;
        Duration limit = settings.timeouts().handler();
        this.answers = new Answers(ctx, client, user, limit, log);
        this.questions = new Questions(
                answers, ctx.channel().eventLoop(), listener.threads().workers(), limit);
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
                ask(
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
                ask(request, () -> listener.handler().export(query, user), s -> ExportCodec.toWire(s, client));
            }
            case KIND_ACTIVITIES -> {
                ActivityQuery query = ActivityExportCodec.fromWire(wire);
                ask(
                        request,
                        () -> listener.handler().exportActivities(query, user),
                        s -> ActivityExportCodec.toWire(s, client.maxFrame()));
            }
            default -> {
                number(request);
                answers.fail(request, new RequestFailedException("this server does not export that kind", false));
            }
        }
    }

    /** The connection is gone; what was not complete is forgotten. */
    void close() {
        if (!closed) {
            closed = true;
            dropAssembly();
            answers.close();
            questions.close();
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
                answers.say(frame.getRequest(), ReceiptCodec.toWire(receipt, client.maxFrame()));
            } else {
                answers.fail(frame.getRequest(), error);
                if (Answers.cause(error) instanceof TimeoutException) {
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
        answers.fail(request, reason);
    }

    private void dropAssembly() {
        if (assembly != null) {
            listener.budget().give(taken);
            taken = 0;
            assembly = null;
        }
    }

    private <T> void ask(
            long request, Supplier<CompletionStage<T>> question, Function<T, List<ServerFrame.Builder>> encode)
            throws MalformedException {
        number(request);
        questions.add(request, question, encode);
    }

    /** The client takes its answers again, so that it may have another one. */
    void writable() {
        questions.next();
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
        answers.fail(frame.getRequest(), new RequestFailedException("this server does not know that request", false));
    }
}
