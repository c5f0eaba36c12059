package io.xlink.importer;

import io.xlink.config.WfmServer;
import io.xlink.iwfm.IwfmSystem;
import io.xlink.iwfm.IwfmSystems;
import io.xlink.iwfm.protocol.Password;
import java.util.List;
import java.util.Optional;

/** Lets {@code iwfm:NAME} in a route mean a server of the installation. */
record InstalledSystems(List<WfmServer> servers) implements IwfmSystems {
    @Override
    public Optional<IwfmSystem> find(String name) {
        return servers.stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .map(server -> new IwfmSystem(
                        server.index(),
                        server.name(),
                        server.host(),
                        server.port(),
                        server.user(),
                        Password.of(server.password().reveal())));
    }
}
