package io.xlink.importer;

import io.xlink.config.WfmServer;
import io.xlink.iwfm.IwfmComponent;
import io.xlink.iwfm.IwfmConstants;
import io.xlink.iwfm.IwfmOperation;
import io.xlink.iwfm.protocol.ClientState;
import io.xlink.model.Catalogue;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/**
 * Keeps a connection to every server of the installation from the beginning on, so that files need not be read to find
 * out that a server is away.
 */
final class ServerLinks implements FirstLogins.Links {
    private final CamelContext context;
    private final List<WfmServer> servers;
    private final ProducerTemplate questions;

    ServerLinks(CamelContext context, List<WfmServer> servers) {
        this.context = context;
        this.servers = List.copyOf(servers);
        this.questions = context.createProducerTemplate();
    }

    /** Begins to connect; a server that is away or refuses the login does not stop the others. */
    void start() throws Exception {
        for (WfmServer server : servers) {
            context.addService(context.getEndpoint(uri(server.name())).createAsyncProducer());
        }
    }

    @Override
    public boolean ready(String server) {
        return ready(List.of(server));
    }

    @Override
    public CompletableFuture<Catalogue> catalogue(String server) {
        return questions.asyncRequestBodyAndHeader(
                uri(server), null, IwfmConstants.OPERATION, IwfmOperation.CATALOGUE.text(), Catalogue.class);
    }

    /** Whether all of these servers are connected and logged in. */
    boolean ready(Collection<String> names) {
        IwfmComponent component = context.getComponent("iwfm", IwfmComponent.class);
        return names.stream().allMatch(component::ready);
    }

    /** Where the connection to a server stands. */
    ClientState state(String server) {
        return context.getComponent("iwfm", IwfmComponent.class).state(server).orElse(ClientState.IDLE);
    }

    private static String uri(String server) {
        return "iwfm:" + server;
    }
}
