package io.xlink.iwfm.protocol;

import io.netty.channel.EventLoop;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.Catalogue;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client's side: one connection to one server, which it keeps up in the background once started. Requests may be
 * made at any time from any thread; those that a cut left unanswered are sent again, with the same import id, until
 * their deadline. Every request ends exactly once. A refused login is final.
 */
@SuppressWarnings("FutureReturnValueIgnored") // timers; what they run cannot fail unnoticed
public final class IwfmClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IwfmClient.class);

    private final ClientSettings settings;
    private final IwfmThreads threads;
    private final RandomGenerator random;
    private final EventLoop loop;
    private final Connector connector;
    private final RequestQueue requests = new RequestQueue();
    private final List<CompletableFuture<Void>> waiters = new ArrayList<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile ClientState state = ClientState.IDLE;
    private volatile IwfmException lastError;
    private volatile Instant certificateExpiry;
    private ClientConnection connection;
    private int failures;
    private boolean outageTold;

    /** @param threads shared with others; not closed with the client */
    public IwfmClient(ClientSettings settings, IwfmThreads threads) {
        this(settings, threads, new SplittableRandom());
    }

    IwfmClient(ClientSettings settings, IwfmThreads threads, RandomGenerator random) {
        this.settings = settings;
        this.threads = threads;
        this.random = random;
        this.loop = threads.io().next();
        this.connector = new Connector(settings, loop, threads.workers());
    }

    public ClientSettings settings() {
        return settings;
    }

    /** Begins to connect. Returns at once; calling it again changes nothing. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            loop.execute(this::connect);
        }
    }

    public ClientState state() {
        return state;
    }

    /** Requests without an answer, at most {@link ClientLimits#maxPending}. */
    public int pending() {
        return pending.get();
    }

    /** Why the client is not ready: the message of the last refusal or failure; empty while all is well. */
    public String lastError() {
        IwfmException error = lastError;
        return error == null ? "" : error.getMessage();
    }

    /** When the first certificate of the server's chain ends, as last seen; empty without TLS and before a login. */
    public Optional<Instant> certificateExpiry() {
        return Optional.ofNullable(certificateExpiry);
    }

    /**
     * The outcome of the attempt to connect that is under way: completes when the client is ready, or fails as soon as
     * the attempt has failed, with {@link ServerUnavailableException} or {@link LoginRefusedException}. The client goes
     * on trying in the background all the same, except after a refusal.
     */
    public CompletableFuture<Void> connected() {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        onLoop(
                () -> {
                    waiters.add(outcome);
                    switch (state) {
                        case READY -> settle(null);
                        case WAITING, REFUSED, CLOSED -> settle(lastError);
                        case IDLE, CONNECTING, LOGGING_IN -> {}
                    }
                },
                outcome::completeExceptionally);
        return outcome;
    }

    /**
     * Waits for {@link #connected()}.
     *
     * @throws LoginRefusedException when the server refuses the user
     * @throws ServerUnavailableException when the attempt failed or took longer than {@code limit}
     * @throws ClientClosedException when the client is closed meanwhile
     */
    public void awaitReady(Duration limit) throws InterruptedException {
        try {
            connected().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IwfmException known) {
                throw known;
            }
            throw new ServerUnavailableException(
                    settings, String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (TimeoutException e) {
            throw new ServerUnavailableException(settings, "no connection within " + limit.toMillis() + " ms", e);
        }
    }

    /**
     * Sends an import.
     *
     * @return completes with the receipt once the import is durable on the server; fails with an {@link IwfmException},
     *     or {@link IllegalArgumentException} when the protocol cannot carry the import
     */
    public CompletableFuture<Receipt> send(QueueImport what) {
        try {
            return submit(new ImportRequest(what, threads));
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Asks what the server knows by name. */
    public CompletableFuture<Catalogue> catalogue() {
        return submit(new CatalogueQuestion(threads));
    }

    /** Asks for one slice of the call data that the server holds. */
    public CompletableFuture<ExportSlice> export(ExportQuery query) {
        return submit(new ExportQuestion(query, threads));
    }

    /** Closes the connection; everything pending fails with {@link ClientClosedException}. Returns at once. */
    @Override
    public void close() {
        started.set(true);
        onLoop(
                () -> {
                    if (state == ClientState.CLOSED) {
                        return;
                    }
                    end(ClientState.CLOSED, new ClientClosedException(settings));
                    if (connection != null) {
                        connection.close();
                    }
                },
                e -> {});
    }

    private <T> CompletableFuture<T> submit(Request<?, T> request) {
        if (pending.incrementAndGet() > settings.limits().maxPending()) {
            pending.decrementAndGet();
            return CompletableFuture.failedFuture(new TooManyRequestsException(settings));
        }
        // A copy: nobody outside can complete the request itself.
        CompletableFuture<T> result = request.result()
                .whenComplete((value, error) -> pending.decrementAndGet())
                .copy();
        onLoop(() -> accept(request), e -> request.fail(new ClientClosedException(settings)));
        return result;
    }

    private void accept(Request<?, ?> request) {
        if (state == ClientState.REFUSED || state == ClientState.CLOSED) {
            request.fail(lastError);
            return;
        }
        request.deadline(loop.schedule(
                () -> requests.expire(request, expired(request)),
                settings.timeouts().request().toMillis(),
                TimeUnit.MILLISECONDS));
        requests.add(request);
    }

    private IwfmException expired(Request<?, ?> request) {
        if (state != ClientState.READY && lastError != null) {
            return lastError;
        }
        return new RequestTimeoutException(request.what() + ": server " + settings.server() + " (" + settings.host()
                + ":" + settings.port() + ") gave no answer within "
                + settings.timeouts().request().toMillis() + " ms");
    }

    private void onLoop(Runnable step, Consumer<RejectedExecutionException> refused) {
        try {
            loop.execute(step);
        } catch (RejectedExecutionException e) {
            refused.accept(e);
        }
    }

    private void connect() {
        if (state == ClientState.CLOSED || state == ClientState.REFUSED) {
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

    private void failed(Throwable cause) {
        connection = null;
        requests.disconnected();
        if (state == ClientState.CLOSED) {
            return;
        }
        if (cause instanceof LoginRefusedException refusal) {
            LOG.error("{}", refusal.getMessage());
            end(ClientState.REFUSED, refusal);
            return;
        }
        failures++;
        ServerUnavailableException error = new ServerUnavailableException(settings, reason(cause), cause);
        lastError = error;
        if (outageTold) {
            LOG.debug("{} (failure {})", error.getMessage(), failures);
        } else {
            LOG.warn("{}", error.getMessage());
            outageTold = true;
        }
        state = ClientState.WAITING;
        settle(error);
        long delay = settings.backoff().delay(failures, random).toMillis();
        loop.schedule(this::connect, delay, TimeUnit.MILLISECONDS);
    }

    /** Warns of what will cut the connection in the days to come, at each login. */
    private void inspect(List<X509Certificate> chain) {
        Certificates.firstToEnd(chain).ifPresent(first -> certificateExpiry = Certificates.end(first));
        for (String which : Certificates.endingSoon(chain, Instant.now())) {
            LOG.warn(
                    "Enterprise Server {} ({}): its certificate {}. Let its administrator renew it",
                    settings.index(),
                    settings.server(),
                    which);
        }
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private void end(ClientState last, IwfmException error) {
        lastError = error;
        state = last;
        requests.failAll(error);
        settle(error);
    }

    /** Tells everybody who waits for the attempt; on workers, because they may block. */
    private void settle(IwfmException error) {
        List<CompletableFuture<Void>> told = List.copyOf(waiters);
        waiters.clear();
        for (CompletableFuture<Void> waiter : told) {
            threads.run(() -> {
                if (error == null) {
                    waiter.complete(null);
                } else {
                    waiter.completeExceptionally(error);
                }
            });
        }
    }

    /** One attempt to connect, and the connection that came of it. */
    private final class Attempt implements ClientConnection.Owner {
        private final ClientConnection connection = new ClientConnection(settings, threads.logins(), this);

        private boolean over;

        private void failed(Throwable cause) {
            if (!over) {
                over = true;
                IwfmClient.this.failed(cause);
            }
        }

        @Override
        public void connected(ClientConnection connected) {
            if (state == ClientState.CLOSED) {
                connected.close();
                return;
            }
            IwfmClient.this.connection = connected;
            state = ClientState.LOGGING_IN;
        }

        @Override
        public void ready(ClientConnection ready) {
            if (state == ClientState.CLOSED) {
                return;
            }
            if (outageTold) {
                LOG.info("Enterprise Server {} ({}) is available again", settings.index(), settings.server());
            } else {
                LOG.info("Logged in at Enterprise Server {} ({})", settings.index(), settings.server());
            }
            inspect(ready.serverCertificates());
            outageTold = false;
            lastError = null;
            state = ClientState.READY;
            settle(null);
            requests.connected(ready);
        }

        @Override
        public void answer(ClientConnection from, ServerFrame frame) throws MalformedException {
            requests.answer(frame);
            failures = 0; // Only now: a server that lets us in and drops us must not be hammered.
        }

        @Override
        public void alive(ClientConnection from) {
            failures = 0;
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
