package io.xlink.importer;

import io.xlink.model.Catalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Asks every server for its catalogue once, at the first login after the start, however late that is. A server that
 * does not answer the question, nor a second one, is passed without.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what they run logs its own failures
final class FirstLogins {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLogins.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    /** Files wait for this question, so it must not wait as long as an import may. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Links links;
    private final BiConsumer<String, Catalogue> known;
    private final ScheduledExecutorService executor;
    /** Servers that are to be asked; touched by the executor alone. */
    private final List<String> awaited;

    /** Servers that left a question open though they were there, and get a second one; touched likewise. */
    private final Set<String> again = new HashSet<>();

    /** Whether that was told; touched likewise. */
    private boolean lookFailed;

    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /** The connections, as far as they matter here. */
    interface Links {
        /** Whether a server is connected and logged in. */
        boolean ready(String server);

        /** Asks a server for its catalogue. */
        CompletableFuture<Catalogue> catalogue(String server);
    }

    /**
     * @param known called once for each server that answered, never by two threads at a time
     * @param executor of one thread; ended when all servers have been asked
     */
    FirstLogins(
            Links links, List<String> servers, BiConsumer<String, Catalogue> known, ScheduledExecutorService executor) {
        this.links = links;
        this.known = known;
        this.executor = executor;
        this.awaited = new ArrayList<>(servers);
        this.open.addAll(servers);
    }

    /** Begins to look for logins. */
    void start() {
        executor.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether all of these servers have been asked, and what was to be done about the answers is done. */
    boolean passed(Collection<String> servers) {
        return servers.stream().noneMatch(open::contains);
    }

    /** An error must not end the looking, or files would wait for ever without a word. */
    private void look() {
        try {
            askThoseThere();
        } catch (RuntimeException e) {
            LOG.atLevel(lookFailed ? Level.DEBUG : Level.ERROR)
                    .setCause(e)
                    .log("cannot see who is logged in: {}", e.toString());
            lookFailed = true;
        }
    }

    private void askThoseThere() {
        for (String server : List.copyOf(awaited)) {
            if (links.ready(server)) {
                awaited.remove(server);
                ask(server);
            }
        }
        if (open.isEmpty()) {
            executor.shutdown();
        }
    }

    private void ask(String server) {
        CompletableFuture<Catalogue> answer;
        try {
            answer = links.catalogue(server);
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        answer.orTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync((catalogue, error) -> answered(server, catalogue, error), executor);
    }

    private void answered(String server, Catalogue catalogue, Throwable error) {
        if (error != null && (!links.ready(server) || again.add(server))) {
            awaited.add(server); // The connection was cut: the next login, or one that came since, is the first.
            return;
        }
        try {
            if (error == null) {
                known.accept(server, catalogue);
            } else {
                LOG.warn(
                        "server {} does not tell its queues ({}), so its mappings are not checked; imports go on",
                        server,
                        error.toString());
            }
        } catch (RuntimeException e) {
            LOG.error("the mappings of server {} were not checked: {}", server, e.toString(), e);
        } finally {
            open.remove(server);
        }
    }
}
