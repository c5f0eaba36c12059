package io.xlink.iwfm;

import io.xlink.iwfm.protocol.IwfmListener;
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
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/**
 * The server's side: every request of a logged-in user becomes an exchange, and the body that the route ends with is
 * the answer. A receipt leaves only when the route is done, so it may promise what the route stored.
 */
public class IwfmConsumer extends DefaultConsumer {
    private final IwfmEndpoint endpoint;
    private IwfmListener listener;

    IwfmConsumer(IwfmEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    /** The address bound, with the real port when the endpoint asked for any. Valid while the consumer runs. */
    public InetSocketAddress getAddress() {
        return listener.address();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        listener = new IwfmListener(
                endpoint.listenerSettings(),
                endpoint.knownAccounts(),
                new RouteHandler(),
                endpoint.component().threads());
        listener.start();
    }

    @Override
    protected void doStop() throws Exception {
        if (listener != null) {
            listener.close();
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
        getAsyncProcessor().process(exchange, doneSync -> {
            try {
                answer(exchange, answer, result);
            } finally {
                releaseExchange(exchange, false);
            }
        });
        return result;
    }

    private <T> void answer(Exchange exchange, Class<T> type, CompletableFuture<T> result) {
        Object body = exchange.getMessage().getBody();
        if (exchange.getException() != null) {
            getExceptionHandler()
                    .handleException("A request of an iwfm client failed", exchange, exchange.getException());
            result.completeExceptionally(exchange.getException());
        } else if (type.isInstance(body)) {
            result.complete(type.cast(body));
        } else {
            result.completeExceptionally(
                    new IllegalStateException("the server's route ended without a " + type.getSimpleName()));
        }
    }
}
