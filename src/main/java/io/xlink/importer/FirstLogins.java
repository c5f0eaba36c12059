package io.xlink.importer;

import io.xlink.iwfm.IwfmConstants;
import io.xlink.iwfm.IwfmOperation;
import io.xlink.model.Catalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every server for its catalogue once, at the first login after the start, however late that is. A server that
 * does not answer the question is passed without.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what they run logs its own failures
final class FirstLogins {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLogins.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    /** Files wait for this question, so it must not wait as long as an import may. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final CamelContext context;
    private final ServerLinks links;
    private final BiConsumer<String, Catalogue> known;
    private final List<String> awaited;
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService executor;
    private ProducerTemplate template;

    /** @param known called once for each server that answered, never by two threads at a time */
    FirstLogins(CamelContext context, ServerLinks links, List<String> servers, BiConsumer<String, Catalogue> known) {
        this.context = context;
        this.links = links;
        this.known = known;
        this.awaited = new ArrayList<>(servers);
        this.open.addAll(servers);
    }

    /** Begins to look for logins; ends with the context. */
    void start() {
        template = context.createProducerTemplate();
        executor = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "first-logins");
        executor.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether all of these servers have been asked, and what was to be done about the answers is done. */
    boolean passed(Collection<String> servers) {
        return servers.stream().noneMatch(open::contains);
    }

    private void look() {
        for (String server : List.copyOf(awaited)) {
            if (links.ready(List.of(server))) {
                awaited.remove(server);
                ask(server);
            }
        }
        if (open.isEmpty()) {
            template.stop();
            executor.shutdown();
        }
    }

    private void ask(String server) {
        try {
            question(server).whenCompleteAsync((catalogue, error) -> answered(server, catalogue, error), executor);
        } catch (RuntimeException e) {
            answered(server, null, e);
        }
    }

    private CompletableFuture<Catalogue> question(String server) {
        return template.asyncRequestBodyAndHeader(
                        ServerLinks.uri(server),
                        null,
                        IwfmConstants.OPERATION,
                        IwfmOperation.CATALOGUE.text(),
                        Catalogue.class)
                .orTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void answered(String server, Catalogue catalogue, Throwable error) {
        if (error != null && !links.ready(List.of(server))) {
            awaited.add(server); // The connection was cut; the next login is the first that counts.
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
