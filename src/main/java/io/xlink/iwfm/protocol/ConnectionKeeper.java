package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import io.netty.channel.EventLoop;
import io.xlink.iwfm.wire.ServerFrame;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Keeps a client's connection up: attempt after attempt until the client is closed or its login refused. When is said
 * by {@link RetrySchedule}, how by {@link Connector}, and as whom by {@link ClientConnection}. Belongs to the client's
 * event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // timers; what they run cannot fail unnoticed
final class ConnectionKeeper {
    private final ClientSettings settings;
    /** Stays the same from connection to connection, so that a server knows who comes back. */
    private final ByteString identity = ImportFrames.id(UUID.randomUUID());

    private final IwfmThreads threads;
    private final EventLoop loop;
    private final Connector connector;
    private final RetrySchedule schedule;
    private final RequestQueue requests;
    private final ClientCounters counters;
    private final ConnectWaiters waiters;
    private final OutageLog log;
    private volatile ClientState state = ClientState.IDLE;
    private volatile IwfmException lastError;
    private volatile Instant certificateExpiry;
    private ClientConnection connection;

    /** @param requests told when there is a connection for them and when there is none */
    ConnectionKeeper(
            ClientSettings settings,
            IwfmThreads threads,
            EventLoop loop,
            RandomGenerator random,
            RequestQueue requests,
            ClientCounters counters) {
        this.settings = settings;
        this.threads = threads;
        this.loop = loop;
        this.connector = new Connector(settings, loop, threads, counters.traffic());
        this.schedule = new RetrySchedule(settings.backoff(), random);
        this.requests = requests;
        this.counters = counters;
        this.waiters = new ConnectWaiters(threads);
        this.log = new OutageLog(settings);
    }

    /** From any thread. */
    ClientState state() {
        return state;
    }

    /** Why there is no connection, null while all is well. From any thread. */
    IwfmException lastError() {
        return lastError;
    }

    /** When the first certificate of the server's chain ends, as last seen. From any thread. */
    Optional<Instant> certificateExpiry() {
        return Optional.ofNullable(certificateExpiry);
    }

    /** Bytes that wait in the connection for a network, or a server, that does not take them. */
    long unsent() {
        return connection == null ? 0 : connection.unsent();
    }

    /** Whether there will never be a connection again. */
    boolean over() {
        return state == ClientState.REFUSED || state == ClientState.CLOSED;
    }

    /** Completes the future with the outcome of the attempt that is under way, or of the last one. */
    void await(CompletableFuture<Void> outcome) {
        waiters.add(outcome);
        switch (state) {
            case READY -> waiters.settle(null);
            case WAITING, REFUSED, CLOSED -> waiters.settle(lastError);
            case IDLE, CONNECTING, LOGGING_IN -> {}
        }
    }

    /** Makes an attempt. */
    void connect() {
        if (over()) {
            return;
        }
        state = ClientState.CONNECTING;
        Attempt attempt = new Attempt();
        try {
            connector.connect(attempt.connection, attempt::failed);
        } catch (RejectedExecutionException e) {
            attempt.failed(e);
        }
    }

    void close() {
        if (state == ClientState.CLOSED) {
            return;
        }
        end(ClientState.CLOSED, new ClientClosedException(settings));
        if (connection != null) {
            connection.close();
        }
    }

    private void failed(Throwable cause) {
        connection = null;
        requests.disconnected();
        if (state == ClientState.CLOSED) {
            return;
        }
        if (cause instanceof LoginRefusedException refusal) {
            log.refused(refusal);
            end(ClientState.REFUSED, refusal);
            return;
        }
        long delay = schedule.failed().toMillis();
        ServerUnavailableException error = new ServerUnavailableException(settings, reason(cause), cause);
        lastError = error;
        log.failed(error, schedule.failures());
        state = ClientState.WAITING;
        waiters.settle(error);
        loop.schedule(this::connect, delay, TimeUnit.MILLISECONDS);
    }

    /** Warns of what will cut the connection in the days to come, at each login. */
    private void inspect(List<X509Certificate> chain) {
        Certificates.firstToEnd(chain).ifPresent(first -> certificateExpiry = Certificates.end(first));
        Certificates.endingSoon(chain, Instant.now()).forEach(log::endsSoon);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private void end(ClientState last, IwfmException error) {
        lastError = error;
        state = last;
        requests.failAll(error);
        waiters.settle(error);
    }

    /** One attempt to connect, and the connection that came of it. */
    private final class Attempt implements ClientConnection.Owner {
        private final ClientConnection connection = new ClientConnection(settings, identity, threads.logins(), this);

        private boolean over;

        private void failed(Throwable cause) {
            if (!over) {
                over = true;
                ConnectionKeeper.this.failed(cause);
            }
        }

        @Override
        public void connected(ClientConnection connected) {
            if (state == ClientState.CLOSED) {
                connected.close();
                return;
            }
            ConnectionKeeper.this.connection = connected;
            state = ClientState.LOGGING_IN;
        }

        @Override
        public void ready(ClientConnection ready) {
            if (state == ClientState.CLOSED) {
                return;
            }
            log.ready();
            inspect(ready.serverCertificates());
            counters.loggedIn();
            lastError = null;
            state = ClientState.READY;
            waiters.settle(null);
            requests.connected(ready);
        }

        @Override
        public void answer(ClientConnection from, ServerFrame frame) throws MalformedException {
            requests.answer(frame);
            schedule.reset(); // Only now: a server that lets us in and drops us must not be hammered.
        }

        @Override
        public void alive(ClientConnection from) {
            schedule.reset();
        }

        @Override
        public void writable(ClientConnection from) {
            requests.pump();
        }

        @Override
        public void lost(ClientConnection from, Throwable cause) {
            failed(cause);
        }
    }
}
