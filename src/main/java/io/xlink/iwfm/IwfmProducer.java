package io.xlink.iwfm;

import io.xlink.iwfm.protocol.ClientState;
import io.xlink.iwfm.protocol.ClientStatistics;
import io.xlink.iwfm.protocol.IwfmClient;
import io.xlink.iwfm.protocol.LogContext;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ExportQuery;
import io.xlink.model.Import;
import io.xlink.model.Receipt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultAsyncProducer;

/** The client's side: delivers imports and asks questions. The exchange goes on when the server has answered. */
@ManagedResource(description = "Managed iWFM producer")
public class IwfmProducer extends DefaultAsyncProducer {
    private final IwfmEndpoint endpoint;
    private volatile IwfmClient client;
    private HealthCheck healthCheck;
    private WritableHealthCheckRepository healthChecks;

    IwfmProducer(IwfmEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the exchange carries the error, too
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<?> answer;
        LogContext context;
        try {
            IwfmClient open = client;
            if (open == null) {
                throw new IllegalStateException("the producer of " + endpoint + " is not started");
            }
            answer = ask(open, exchange);
            context = LogContext.of(
                            open.settings().server(),
                            open.settings().user(),
                            open.settings().host() + ":" + open.settings().port())
                    .with(LogContext.IMPORT_ID, exchange.getMessage().getHeader(IwfmConstants.IMPORT_ID, String.class));
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        answer.whenComplete((body, error) -> {
            try {
                if (error == null) {
                    answered(exchange.getMessage(), body);
                } else {
                    exchange.setException(cause(error));
                }
            } catch (RuntimeException e) { // The callback must come, whatever the exchange makes of the answer.
                exchange.setException(e);
            }
            // The rest of the route runs here, on a worker that serves others next.
            context.run(() -> callback.done(false));
        });
        return false;
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    private CompletableFuture<?> ask(IwfmClient client, Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        String header = message.getHeader(IwfmConstants.OPERATION, String.class);
        return switch (IwfmOperation.of(
                header == null ? endpoint.getConfiguration().getOperation() : header)) {
            case IMPORT -> {
                Import what = message.getMandatoryBody(Import.class);
                message.setHeader(IwfmConstants.IMPORT_ID, what.id().toString());
                yield client.send(what);
            }
            case CATALOGUE -> client.catalogue();
            case EXPORT -> client.export(message.getMandatoryBody(ExportQuery.class));
            case EXPORT_ACTIVITIES -> client.exportActivities(message.getMandatoryBody(ActivityQuery.class));
        };
    }

    private static void answered(Message message, Object body) {
        message.setBody(body);
        if (body instanceof Receipt receipt) {
            message.setHeader(IwfmConstants.STORED, receipt.stored());
            message.setHeader(IwfmConstants.REJECTED, receipt.rejectedValues());
        }
    }

    private ClientStatistics statistics() {
        IwfmClient open = client;
        return open == null ? new ClientStatistics(ClientState.CLOSED, 0, 0, 0, 0, 0, 0, 0, 0, "") : open.statistics();
    }

    @ManagedAttribute(description = "Where the connection stands; it is shared with other endpoints of the server")
    public String getConnectionState() {
        return statistics().state().name();
    }

    @ManagedAttribute(description = "Requests taken by the connection")
    public long getSent() {
        return statistics().sent();
    }

    @ManagedAttribute(description = "Requests that the server answered")
    public long getAcknowledged() {
        return statistics().acknowledged();
    }

    @ManagedAttribute(description = "Requests that ended with an error")
    public long getFailed() {
        return statistics().failed();
    }

    @ManagedAttribute(description = "Requests that have not ended")
    public int getPending() {
        return statistics().pending();
    }

    @ManagedAttribute(description = "Requests on the wire")
    public int getInFlight() {
        return statistics().inFlight();
    }

    @ManagedAttribute(description = "Logins after the first one")
    public long getReconnects() {
        return statistics().reconnects();
    }

    @ManagedAttribute(description = "Why there is no connection; empty while all is well")
    public String getLastError() {
        return statistics().lastError();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = endpoint.component().clients().acquire(endpoint.clientSettings());
        healthChecks = HealthCheckHelper.getHealthCheckRepository(
                endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class);
        if (healthChecks != null) {
            IwfmHealthCheck check = new IwfmHealthCheck(client);
            check.setCamelContext(endpoint.getCamelContext());
            check.setEnabled(endpoint.component().isHealthCheckProducerEnabled());
            healthCheck = check;
            healthChecks.addHealthCheck(check);
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (healthCheck != null) {
            healthChecks.removeHealthCheck(healthCheck);
            healthCheck = null;
        }
        if (client != null) {
            endpoint.component().clients().release(client);
            client = null;
        }
        super.doStop();
    }
}
