package io.xlink.iwfm.protocol;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A client's TLS: version 1.2 or 1.3, the server's certificate trusted and made for the host that was asked for. None of
 * this can be switched off. Two are equal when they were made of the same thing.
 */
public final class ClientTls {
    private final JdkSslContext context;
    private final Object origin;

    private ClientTls(SSLContext context, Object origin) {
        this.context = TlsContexts.of(context, true, ClientAuth.NONE);
        this.origin = origin;
    }

    /**
     * Reads the files.
     *
     * @throws TlsMaterialException when they cannot be used
     */
    public static ClientTls of(TlsMaterial material) {
        return of(material, certificates -> {});
    }

    /**
     * As the other one, for those who want to see the server's certificates whether or not they are accepted.
     *
     * @param seen is shown them before they are judged, the server's own first; called on any thread, and must not block
     */
    public static ClientTls of(TlsMaterial material, Consumer<List<X509Certificate>> seen) {
        SSLContext context = TlsContexts.of(
                TlsStores.trust(material.trust()),
                material.identity().map(i -> TlsStores.identity(i).store()).orElse(null),
                seen);
        return new ClientTls(context, material);
    }

    /**
     * With a context made elsewhere; its trust, keys and cipher suites count.
     *
     * @throws TlsMaterialException when it allows neither TLS 1.2 nor 1.3
     */
    public static ClientTls of(SSLContext context) {
        return new ClientTls(context, context);
    }

    /** @param tasks does what takes long in a handshake, such as judging certificates */
    SslHandler handler(ByteBufAllocator allocator, String host, int port, Executor tasks) {
        SslHandler handler = context.newHandler(allocator, host, port, tasks);
        SSLParameters parameters = handler.engine().getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 2818, section 3.1, and RFC 6125
        if (!NetUtil.isValidIpV4Address(host) && !NetUtil.isValidIpV6Address(host)) {
            try {
                parameters.setServerNames(List.of(new SNIHostName(host)));
            } catch (IllegalArgumentException e) {
                // No name that RFC 6066 lets be sent; the certificate is held against it all the same.
            }
        }
        handler.engine().setSSLParameters(parameters);
        handler.setHandshakeTimeoutMillis(0); // Counts in the limit for the login.
        return handler;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientTls that && origin.equals(that.origin);
    }

    @Override
    public int hashCode() {
        return origin.hashCode();
    }

    @Override
    public String toString() {
        return "ClientTls[" + (origin instanceof TlsMaterial ? origin : "given context") + "]";
    }
}
