package io.xlink.importer;

import io.xlink.config.Installation;
import io.xlink.config.WfmServer;
import io.xlink.iwfm.protocol.ClientState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Says whether servers are there to take figures, and have been asked what there is to know before the first ones. */
final class ReadyServers {
    private final ServerLinks links;
    private final FirstLogins logins;

    private ReadyServers(ServerLinks links, FirstLogins logins) {
        this.links = links;
        this.logins = logins;
    }

    /** Begins to connect to every server of an installation; waits for none. */
    static ReadyServers connect(CamelContext context, Installation installation, MapCorrection correction)
            throws Exception {
        ServerLinks links = new ServerLinks(context, installation.servers());
        links.start();
        FirstLogins logins = new FirstLogins(
                links,
                installation.servers().stream().map(WfmServer::name).toList(),
                correction::check,
                context.getExecutorServiceManager().newSingleThreadScheduledExecutor(links, "first-logins"));
        logins.start();
        return new ReadyServers(links, logins);
    }

    /** Whether all of these servers are ready, asked anew each time. */
    Receivers all(Collection<String> servers) {
        List<String> names = servers.stream().sorted().toList();
        return new Receivers() {
            @Override
            public boolean ready() {
                return links.ready(names) && logins.passed(names);
            }

            @Override
            public Map<String, ClientState> awaited() {
                Map<String, ClientState> awaited = new LinkedHashMap<>();
                for (String name : names) {
                    if (!links.ready(name) || !logins.passed(List.of(name))) {
                        awaited.put(name, links.state(name));
                    }
                }
                return awaited;
            }
        };
    }
}
