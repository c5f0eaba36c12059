package io.xlink.iwfm.protocol;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.FutureListener;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import io.xlink.model.Catalogue;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.Import;
import io.xlink.model.Receipt;
import java.time.Duration;
import java.time.Instant;
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

/**
 * The client's side: one connection to one server, which it keeps up in the background once started. Requests may be
 * made at any time from any thread; those that a cut left unanswered are sent again, with the same import id, until
 * their deadline. Every request ends exactly once. A refused login is final.
 */
@SuppressWarnings("FutureReturnValueIgnored") // timers; what they run cannot fail unnoticed
public final class IwfmClient implements AutoCloseable {
    private final ClientSettings settings;
    private final IwfmThreads threads;
    private final EventLoop loop;
    private final RequestQueue requests = new RequestQueue();
    private final ClientCounters counters = new ClientCounters();
    private final ConnectionKeeper keeper;
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicBoolean started = new AtomicBoolean();
    private final FutureListener<Object> loopEnded = this::loopEnded;

    /** @param threads shared with others; not closed with the client */
    public IwfmClient(ClientSettings settings, IwfmThreads threads) {
        this(settings, threads, new SplittableRandom());
    }

    IwfmClient(ClientSettings settings, IwfmThreads threads, RandomGenerator random) {
        this.settings = settings;
        this.threads = threads;
        this.loop = threads.io().next();
        this.keeper = new ConnectionKeeper(settings, threads, loop, random, requests, counters);
    }

    public ClientSettings settings() {
        return settings;
    }

    /** Begins to connect. Returns at once; calling it again changes nothing. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            termination().addListener(loopEnded);
            onLoop(keeper::connect, e -> {});
        }
    }

    public ClientState state() {
        return keeper.state();
    }

    /** Requests without an answer, at most {@link ClientLimits#maxPending}. */
    public int pending() {
        return pending.get();
    }

    /** Bytes that wait in the connection for a network, or a server, that does not take them. */
    CompletableFuture<Long> unsent() {
        return CompletableFuture.supplyAsync(keeper::unsent, loop);
    }

    /** Why the client is not ready: the message of the last refusal or failure; empty while all is well. */
    public String lastError() {
        IwfmException error = keeper.lastError();
        return error == null ? "" : error.getMessage();
    }

    public ClientStatistics statistics() {
        return counters.snapshot(state(), pending(), requests.inFlight(), lastError());
    }

    /** When the first certificate of the server's chain ends, as last seen; empty without TLS and before a login. */
    public Optional<Instant> certificateExpiry() {
        return keeper.certificateExpiry();
    }

    /**
     * The outcome of the attempt to connect that is under way: completes when the client is ready, or fails as soon as
     * the attempt has failed, with {@link ServerUnavailableException} or {@link LoginRefusedException}. The client goes
     * on trying in the background all the same, except after a refusal.
     */
    public CompletableFuture<Void> connected() {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        onLoop(() -> keeper.await(outcome), outcome::completeExceptionally);
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
     * Sends an import of either kind. Imports reach the server in the order in which they are sent.
     *
     * @return completes with the receipt once the import is durable on the server; fails with an {@link IwfmException},
     *     or {@link IllegalArgumentException} when the protocol cannot carry the import
     */
    public CompletableFuture<Receipt> send(Import what) {
        try {
            return submit(new ImportRequest(what, threads));
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Asks what the server knows by name. */
    public CompletableFuture<Catalogue> catalogue() {
        return submit(Question.catalogue(threads));
    }

    /** Asks for one slice of the call data that the server holds. */
    public CompletableFuture<ExportSlice> export(ExportQuery query) {
        return submit(Question.export(query, threads));
    }

    /** Asks for one slice of the activities that the server holds. */
    public CompletableFuture<ActivitySlice> exportActivities(ActivityQuery query) {
        return submit(Question.activities(query, threads));
    }

    /** Closes the connection; everything pending fails with {@link ClientClosedException}. Returns at once. */
    @Override
    public void close() {
        started.set(true);
        // Event loops may live much longer than this client.
        termination().removeListener(loopEnded);
        onLoop(keeper::close, e -> termination().addListener(loopEnded));
    }

    /** Event loops that were given may be ended by their owner under our feet; what is pending must still end. */
    private void loopEnded(Future<Object> ended) {
        keeper.close();
    }

    @SuppressWarnings("unchecked") // nobody looks at the value
    private Future<Object> termination() {
        return (Future<Object>) loop.terminationFuture();
    }

    private <T> CompletableFuture<T> submit(Request<?, T> request) {
        if (pending.incrementAndGet() > settings.limits().maxPending()) {
            pending.decrementAndGet();
            return CompletableFuture.failedFuture(new TooManyRequestsException(settings));
        }
        counters.sent();
        // A copy: nobody outside can complete the request itself.
        CompletableFuture<T> result = request.result()
                .whenComplete((value, error) -> {
                    pending.decrementAndGet();
                    counters.ended(error == null);
                })
                .copy();
        onLoop(() -> accept(request), e -> request.fail(new ClientClosedException(settings)));
        return result;
    }

    private void accept(Request<?, ?> request) {
        if (keeper.over()) {
            request.fail(keeper.lastError());
            return;
        }
        try {
            request.deadline(loop.schedule(
                    () -> requests.expire(request, expired(request)),
                    settings.timeouts().request().toMillis(),
                    TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) { // The event loop is being ended by its owner.
            request.fail(new ClientClosedException(settings));
            return;
        }
        requests.add(request);
    }

    private IwfmException expired(Request<?, ?> request) {
        IwfmException error = keeper.lastError();
        if (keeper.state() != ClientState.READY && error != null) {
            return error;
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
}
