package io.xlink.iwfm;

import io.xlink.iwfm.protocol.ClientTls;
import io.xlink.iwfm.protocol.ListenerTls;
import io.xlink.iwfm.protocol.TlsMaterial;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * Makes TLS of what endpoints, the component and named servers say. An {@code iwfms} endpoint never goes without, and an
 * {@code iwfm} endpoint never carries TLS options that would then do nothing.
 */
final class EndpointTls {
    private final Supplier<CamelContext> camel;
    private final Supplier<Optional<SSLContextParameters>> global;
    /** One context for the same parameters, so that endpoints which have them in common can share a connection. */
    private final Map<SSLContextParameters, SSLContext> contexts = new IdentityHashMap<>();

    /** @param global Camel's global parameters, if they are to be used */
    EndpointTls(Supplier<CamelContext> camel, Supplier<Optional<SSLContextParameters>> global) {
        this.camel = camel;
        this.global = global;
    }

    /**
     * What a producer connects with.
     *
     * @param secure whether the endpoint is {@code iwfms}
     * @param named the server, when it was found by its name
     */
    Optional<ClientTls> client(boolean secure, IwfmTlsConfiguration options, Optional<IwfmSystem> named) {
        Optional<TlsMaterial> ofSystem = named.flatMap(IwfmSystem::tls);
        if (secure && named.isPresent() && ofSystem.isEmpty()) {
            throw new IllegalArgumentException(
                    "server " + named.get().name()
                            + " is known without TLS, and iwfms: does not go without; write iwfms:// in its Url, or iwfm: here");
        }
        if (!secure || (ofSystem.isPresent() && options.given().isEmpty())) {
            return ofSystem.map(ClientTls::of);
        }
        TlsMaterial material = options.material();
        return Optional.of(
                parameters(options).map(this::context).map(ClientTls::of).orElseGet(() -> ClientTls.of(material)));
    }

    /** What a consumer listens with. */
    Optional<ListenerTls> listener(boolean secure, IwfmTlsConfiguration options) {
        if (!secure) {
            return Optional.empty();
        }
        TlsMaterial material = options.material();
        boolean needClientAuth = options.isNeedClientAuth();
        return Optional.of(parameters(options)
                .map(this::context)
                .map(context -> ListenerTls.of(context, needClientAuth))
                .orElseGet(() -> ListenerTls.of(material, needClientAuth)));
    }

    /** The endpoint's own count first, then its files, then Camel's global ones. */
    private Optional<SSLContextParameters> parameters(IwfmTlsConfiguration options) {
        if (options.getSslContextParameters() != null) {
            return Optional.of(options.getSslContextParameters());
        }
        return options.hasFiles() ? Optional.empty() : global.get();
    }

    private synchronized SSLContext context(SSLContextParameters parameters) {
        return contexts.computeIfAbsent(parameters, given -> {
            try {
                return given.createSSLContext(camel.get());
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalArgumentException("sslContextParameters cannot be used: " + e.getMessage(), e);
            }
        });
    }
}
