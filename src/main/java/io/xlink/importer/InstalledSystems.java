package io.xlink.importer;

import io.xlink.config.WfmServer;
import io.xlink.iwfm.IwfmSystem;
import io.xlink.iwfm.IwfmSystems;
import io.xlink.iwfm.protocol.ClientTls;
import io.xlink.iwfm.protocol.Password;
import io.xlink.iwfm.protocol.TlsMaterial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets {@code iwfm:NAME} in a route mean a server of the installation. */
public final class InstalledSystems implements IwfmSystems {
    private final Map<String, IwfmSystem> systems = new LinkedHashMap<>();

    /** @throws io.xlink.iwfm.protocol.TlsMaterialException when a server's trusted certificates cannot be used */
    InstalledSystems(List<WfmServer> servers) {
        servers.forEach(server -> systems.put(server.name(), system(server)));
        // At once, so that a damaged file ends the start and not the first connection.
        systems.values().forEach(system -> system.tls().ifPresent(ClientTls::of));
    }

    @Override
    public Optional<IwfmSystem> find(String name) {
        return Optional.ofNullable(systems.get(name));
    }

    private static IwfmSystem system(WfmServer server) {
        return new IwfmSystem(
                server.index(),
                server.name(),
                server.host(),
                server.port(),
                server.user(),
                Password.of(server.password().reveal()),
                tls(server));
    }

    /** Whom a connection to this server trusts; empty when its Url is without TLS. */
    public static Optional<TlsMaterial> tls(WfmServer server) {
        if (!server.tls()) {
            return Optional.empty();
        }
        return Optional.of(server.trustCertificates()
                .map(file -> TlsMaterial.DEFAULT.with(new TlsMaterial.PemTrust(file)))
                .orElse(TlsMaterial.DEFAULT));
    }
}
