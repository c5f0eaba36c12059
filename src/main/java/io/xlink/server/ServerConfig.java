package io.xlink.server;

import io.xlink.iwfm.protocol.TlsMaterial;
import io.xlink.model.Catalogue;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code server.yaml} says.
 *
 * @param name the server's name, the first part of each mapping line
 * @param listen where it accepts plain connections, when it does
 * @param tls where it accepts TLS connections, when it does
 * @param catalogue queues, value types, external systems, activities and employees
 */
public record ServerConfig(String name, Optional<Listen> listen, Optional<Tls> tls, Catalogue catalogue) {

    /**
     * An address to listen on.
     *
     * @param host name or IP address, an IPv6 address without its brackets
     * @param port 1 to 65535, or 0 for any free one
     */
    public record Listen(String host, int port) {
        @Override
        public String toString() {
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        }
    }

    /**
     * The TLS listener.
     *
     * @param listen its address
     * @param certificate PEM file of the certificate chain
     * @param key PEM file of the private key
     */
    public record Tls(Listen listen, Path certificate, Path key) {
        /** What a listener is made of. */
        TlsMaterial material() {
            return TlsMaterial.DEFAULT.with(new TlsMaterial.PemIdentity(certificate, key, Optional.empty()));
        }
    }
}
