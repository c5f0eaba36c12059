package io.xlink.operations;

import io.xlink.iwfm.IwfmComponent;
import io.xlink.iwfm.IwfmConnection;
import io.xlink.iwfm.protocol.ClientState;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** How the connections to servers are. */
final class ServerStates {
    private final CamelContext context;

    ServerStates(CamelContext context) {
        this.context = context;
    }

    /** Empty while there is no connection, nor an attempt at one. */
    Optional<IwfmConnection> of(String server) {
        return Optional.ofNullable(
                        context.getComponent("iwfm", true, false) instanceof IwfmComponent iwfm ? iwfm : null)
                .flatMap(iwfm -> iwfm.connection(server));
    }

    boolean ready(String server) {
        return of(server)
                .filter(connection -> connection.statistics().state() == ClientState.READY)
                .isPresent();
    }
}
