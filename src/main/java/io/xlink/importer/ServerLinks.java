package io.xlink.importer;

import io.xlink.config.WfmServer;
import io.xlink.iwfm.IwfmComponent;
import java.util.Collection;
import java.util.List;
import org.apache.camel.CamelContext;

/**
 * Keeps a connection to every server of the installation from the beginning on, so that files need not be read to find
 * out that a server is away.
 */
final class ServerLinks {
    private final CamelContext context;
    private final List<WfmServer> servers;

    ServerLinks(CamelContext context, List<WfmServer> servers) {
        this.context = context;
        this.servers = List.copyOf(servers);
    }

    /** Begins to connect; a server that is away or refuses the login does not stop the others. */
    void start() throws Exception {
        for (WfmServer server : servers) {
            context.addService(context.getEndpoint(uri(server.name())).createAsyncProducer());
        }
    }

    /** Whether all of these servers are connected and logged in. */
    boolean ready(Collection<String> names) {
        IwfmComponent component = context.getComponent("iwfm", IwfmComponent.class);
        return names.stream().allMatch(component::ready);
    }

    /** The endpoint of a server of the installation. */
    static String uri(String server) {
        return "iwfm:" + server;
    }
}
