package io.xlink.importer;

import io.xlink.config.ConfigException;
import io.xlink.config.WfmServer;
import io.xlink.iwfm.IwfmSystem;
import io.xlink.iwfm.IwfmSystems;
import io.xlink.iwfm.protocol.Password;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets {@code iwfm:NAME} in a route mean a server of the installation. */
public final class InstalledSystems implements IwfmSystems {
    private final Map<String, IwfmSystem> systems = new LinkedHashMap<>();

    /** @throws ConfigException when a server asks for TLS */
    InstalledSystems(List<WfmServer> servers) {
        servers.forEach(server -> systems.put(server.name(), system(server)));
    }

    @Override
    public Optional<IwfmSystem> find(String name) {
        return Optional.ofNullable(systems.get(name));
    }

    private static IwfmSystem system(WfmServer server) {
        requirePlain(server);
        return new IwfmSystem(
                server.index(),
                server.name(),
                server.host(),
                server.port(),
                server.user(),
                Password.of(server.password().reveal()));
    }

    /** Sending figures and logins in the clear because TLS is missing is not for the program to decide. */
    public static void requirePlain(WfmServer server) {
        if (server.tls()) {
            throw new ConfigException(
                    Path.of("isps.cfg"),
                    0,
                    "the Url of " + server.name() + " is iwfms://, which means TLS, and this version has none yet",
                    "Write iwfm:// if the network between the two can be trusted");
        }
    }
}
