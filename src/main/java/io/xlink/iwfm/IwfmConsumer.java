package io.xlink.iwfm;

import io.xlink.iwfm.protocol.IwfmListener;
import io.xlink.iwfm.protocol.ListenerStatistics;
import io.xlink.iwfm.protocol.LogContext;
import io.xlink.iwfm.protocol.RequestHandler;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import io.xlink.model.Catalogue;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.Import;
import io.xlink.model.Receipt;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.DefaultConsumer;

/**
 * The server's side: every request of a logged-in user becomes an exchange, and the body that the route ends with is
 * the answer. A receipt leaves only when the route is done, so it may promise what the route stored.
 */
@ManagedResource(description = "Managed iWFM consumer")
public class IwfmConsumer extends DefaultConsumer {
    private final IwfmEndpoint endpoint;
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile String lastError = "";
    private volatile IwfmListener listener;
    private ListenerPort port;

    IwfmConsumer(IwfmEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    ListenerStatistics statistics() {
        IwfmListener opened = listener;
        return opened == null ? new ListenerStatistics(0, 0, 0, 0, 0, 0, 0) : opened.statistics();
    }

    @ManagedAttribute(description = "Whether the port is open")
    public boolean isListening() {
        IwfmListener opened = listener;
        return opened != null && opened.isOpen();
    }

    @ManagedAttribute(description = "The name that the server gives itself")
    public String getServerName() {
        return endpoint.getConfiguration().getServerName();
    }

    @ManagedAttribute(description = "The address bound")
    public String getListensOn() {
        if (!isListening()) {
            return "";
        }
        InetSocketAddress bound = getAddress();
        return bound.getAddress().getHostAddress() + ":" + bound.getPort();
    }

    @ManagedAttribute(description = "Connections at the moment")
    public int getConnections() {
        return statistics().connections();
    }

    @ManagedAttribute(description = "Connections taken")
    public long getAccepted() {
        return statistics().accepted();
    }

    @ManagedAttribute(description = "Users let in")
    public long getLogins() {
        return statistics().logins();
    }

    @ManagedAttribute(description = "Users not let in")
    public long getRefusedLogins() {
        return statistics().refusedLogins();
    }

    @ManagedAttribute(description = "Requests that the route got")
    public long getRequests() {
        return requests.sum();
    }

    @ManagedAttribute(description = "Requests that the route failed to carry out")
    public long getFailedRequests() {
        return failures.sum();
    }

    @ManagedAttribute(description = "Why the last request failed that did; empty when none has")
    public String getLastError() {
        return lastError;
    }

    /** The address bound, with the real port when the endpoint asked for any. Valid while the consumer runs. */
    public InetSocketAddress getAddress() {
        return listener.address();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        IwfmListener opening = new IwfmListener(
                endpoint.listenerSettings(),
                endpoint.knownAccounts(),
                new RouteHandler(),
                endpoint.component().threads());
        port = ListenerPort.bind(endpoint.getCamelContext(), endpoint.bootstrap(), opening);
        listener = opening;
        setHealthCheck(new IwfmListenerHealthCheck(this));
        endpoint.component().listeners().add(this);
    }

    @Override
    protected void doStop() throws Exception {
        endpoint.component().listeners().remove(this);
        if (listener != null) {
            listener.close();
        }
        if (port != null) {
            port.close();
            port = null;
        }
        super.doStop();
    }

    private final class RouteHandler implements RequestHandler {
        @Override
        public CompletionStage<Receipt> store(Import what, String user) {
            return run(IwfmOperation.IMPORT, what, user, Receipt.class);
        }

        @Override
        public CompletionStage<Catalogue> catalogue(String user) {
            return run(IwfmOperation.CATALOGUE, null, user, Catalogue.class);
        }

        @Override
        public CompletionStage<ExportSlice> export(ExportQuery query, String user) {
            return run(IwfmOperation.EXPORT, query, user, ExportSlice.class);
        }

        @Override
        public CompletionStage<ActivitySlice> exportActivities(ActivityQuery query, String user) {
            return run(IwfmOperation.EXPORT_ACTIVITIES, query, user, ActivitySlice.class);
        }
    }

    private <T> CompletionStage<T> run(IwfmOperation operation, Object body, String user, Class<T> answer) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Exchange exchange = createExchange(false);
        exchange.getIn().setHeader(IwfmConstants.OPERATION, operation.text());
        exchange.getIn().setHeader(IwfmConstants.USER, user);
        if (body instanceof Import what) {
            exchange.getIn().setHeader(IwfmConstants.IMPORT_ID, what.id().toString());
        }
        exchange.getIn().setBody(body);
        requests.increment();
        // The route's lines say whose request it is; the thread is a worker that serves others next.
        LogContext.of(getServerName(), user, null)
                .with(LogContext.IMPORT_ID, exchange.getIn().getHeader(IwfmConstants.IMPORT_ID, String.class))
                .run(() -> getAsyncProcessor().process(exchange, doneSync -> {
                    try {
                        answer(exchange, answer, result);
                    } finally {
                        releaseExchange(exchange, false);
                    }
                }));
        return result;
    }

    private <T> void answer(Exchange exchange, Class<T> type, CompletableFuture<T> result) {
        Object body = exchange.getMessage().getBody();
        if (exchange.getException() != null) {
            getExceptionHandler()
                    .handleException("A request of an iwfm client failed", exchange, exchange.getException());
            failed(exchange.getException().getMessage());
            result.completeExceptionally(exchange.getException());
        } else if (type.isInstance(body)) {
            result.complete(type.cast(body));
        } else {
            IllegalStateException error =
                    new IllegalStateException("the server's route ended without a " + type.getSimpleName());
            failed(error.getMessage());
            result.completeExceptionally(error);
        }
    }

    private void failed(String reason) {
        failures.increment();
        lastError = String.valueOf(reason);
    }
}
