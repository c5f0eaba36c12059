package io.xlink.iwfm;

import io.xlink.iwfm.protocol.IwfmClient;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ExportQuery;
import io.xlink.model.Import;
import io.xlink.model.Receipt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultAsyncProducer;

/** The client's side: delivers imports and asks questions. The exchange goes on when the server has answered. */
public class IwfmProducer extends DefaultAsyncProducer {
    private final IwfmEndpoint endpoint;
    private IwfmClient client;
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
        try {
            answer = ask(exchange);
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        answer.whenComplete((body, error) -> {
            if (error == null) {
                answered(exchange.getMessage(), body);
            } else {
                exchange.setException(
                        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error);
            }
            callback.done(false);
        });
        return false;
    }

    private CompletableFuture<?> ask(Exchange exchange) throws Exception {
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
