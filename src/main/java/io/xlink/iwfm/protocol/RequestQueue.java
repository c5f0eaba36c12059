package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ImportCancel;
import io.xlink.iwfm.wire.ServerFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The unanswered requests of a client. They outlive connections: what a cut left unanswered is sent again, in the old
 * order, on the next one. Imports keep their order; questions may overtake imports that wait for the window. Belongs to
 * the client's event loop.
 */
final class RequestQueue {
    private final List<Request<?, ?>> waiting = new ArrayList<>();
    private final Map<Long, Request<?, ?>> sent = new HashMap<>();
    /** For readers outside of the event loop. */
    private volatile int inFlight;

    private ClientConnection connection;
    private int imports;
    private int questions;
    private long lastOrder;
    private long lastNumber;
    private Request<?, ?> sending;
    private Iterator<ClientFrame> frames;

    /** Requests on the wire. From any thread. */
    int inFlight() {
        return inFlight;
    }

    void add(Request<?, ?> request) {
        request.order(++lastOrder);
        waiting.add(request);
        pump();
    }

    /** A connection is ready: everything unanswered goes out on it. */
    void connected(ClientConnection ready) {
        connection = ready;
        lastNumber = 0;
        pump();
    }

    /** The connection is gone; nothing is lost, it waits for the next one. */
    void disconnected() {
        connection = null;
        sending = null;
        frames = null;
        imports = 0;
        questions = 0;
        sent.values().stream().filter(r -> !r.ended()).forEach(waiting::add);
        sent.clear();
        inFlight = 0;
        waiting.sort(Comparator.comparingLong(Request::order));
    }

    /** Takes a frame of an answer. Answers to what was given up meanwhile are ignored. */
    void answer(ServerFrame frame) throws MalformedException {
        Request<?, ?> request = sent.get(frame.getRequest());
        if (request == null) {
            if (frame.getRequest() > lastNumber) {
                throw new MalformedException("an answer to a request that was never made");
            }
            return;
        }
        if (!frame.getMore() || frame.hasFailure()) {
            inFlight = sent.size() - 1; // Before the answer is out, so that nobody has it and still sees it awaited.
        }
        if (request.answer(frame)) {
            sent.remove(frame.getRequest());
            release(request);
            if (request == sending) {
                // Refused before its end: the server waits for no more of it.
                sending = null;
                frames = null;
            }
            pump();
        }
    }

    /** Gives a request up. What is half sent is called off; what is fully sent keeps its place in the window. */
    void expire(Request<?, ?> request, IwfmException reason) {
        if (request.ended()) {
            return;
        }
        request.fail(reason);
        waiting.remove(request);
        if (request == sending) {
            connection.write(ClientFrame.newBuilder()
                    .setRequest(request.number())
                    .setImportCancel(ImportCancel.getDefaultInstance())
                    .build());
            connection.flush();
            sent.remove(request.number());
            inFlight = sent.size();
            release(request);
            sending = null;
            frames = null;
            pump();
        }
    }

    void failAll(IwfmException reason) {
        disconnected();
        waiting.forEach(r -> r.fail(reason));
        waiting.clear();
    }

    /** Writes as much as the connection takes. */
    void pump() {
        if (connection == null) {
            return;
        }
        boolean wrote = false;
        while (connection.isWritable() && (frames != null || begin())) {
            connection.write(frames.next());
            wrote = true;
            if (!frames.hasNext()) {
                sending = null;
                frames = null;
            }
        }
        if (wrote) {
            connection.flush();
        }
    }

    private boolean begin() {
        for (Iterator<Request<?, ?>> i = waiting.iterator(); i.hasNext(); ) {
            Request<?, ?> request = i.next();
            if (request.minor() > connection.peer().minor()) {
                // An older server would close the connection over frames that it does not know, or answer another
                // question.
                i.remove();
                request.fail(new RequestFailedException(
                        request.what() + ": the server speaks version " + Protocol.MAJOR + "."
                                + connection.peer().minor()
                                + " of the protocol, which does not know this; update the server",
                        false));
                continue;
            }
            boolean room = request.isImport() ? imports < connection.window() : questions < Protocol.MAX_QUESTIONS;
            if (room) {
                i.remove();
                begin(request);
                return true;
            }
        }
        return false;
    }

    private void begin(Request<?, ?> request) {
        request.attempt(++lastNumber);
        sent.put(lastNumber, request);
        inFlight = sent.size();
        if (request.isImport()) {
            imports++;
        } else {
            questions++;
        }
        sending = request;
        frames = request.frames(lastNumber, connection.peer());
    }

    private void release(Request<?, ?> request) {
        if (request.isImport()) {
            imports--;
        } else {
            questions--;
        }
    }
}
