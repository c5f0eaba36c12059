package io.xlink.iwfm.protocol;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslHandler;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;

/** A listener's TLS: version 1.2 or 1.3, and, where it says so, only with clients that show a trusted certificate. */
public final class ListenerTls {
    private final JdkSslContext context;
    private final List<X509Certificate> certificates;

    private ListenerTls(SSLContext context, boolean needClientAuth, List<X509Certificate> certificates) {
        this.context = TlsContexts.of(context, false, needClientAuth ? ClientAuth.REQUIRE : ClientAuth.NONE);
        this.certificates = certificates;
    }

    /**
     * Reads the files.
     *
     * @param needClientAuth whether clients must show a certificate that the material trusts
     * @throws TlsMaterialException when they cannot be used, or there is no certificate and key among them
     */
    public static ListenerTls of(TlsMaterial material, boolean needClientAuth) {
        TlsStores.Identity identity = TlsStores.identity(material.identity()
                .orElseThrow(() -> new TlsMaterialException(
                        "a TLS listener needs a certificate and its key",
                        "Give certificateChain and certificateKey, or keyStore and keyStorePassword")));
        SSLContext context = TlsContexts.of(TlsStores.trust(material.trust()), identity.store());
        return new ListenerTls(context, needClientAuth, List.of(identity.chain()));
    }

    /**
     * With a context made elsewhere; its keys, trust and cipher suites count.
     *
     * @throws TlsMaterialException when it allows neither TLS 1.2 nor 1.3
     */
    public static ListenerTls of(SSLContext context, boolean needClientAuth) {
        return new ListenerTls(context, needClientAuth, List.of());
    }

    /** The listener's own certificates, as far as they are known before the first connection. */
    List<X509Certificate> certificates() {
        return certificates;
    }

    SslHandler handler(ByteBufAllocator allocator, Executor tasks) {
        SslHandler handler = context.newHandler(allocator, tasks);
        handler.setHandshakeTimeoutMillis(0); // Counts in the limit for the login.
        return handler;
    }

    @Override
    public String toString() {
        return "ListenerTls" + certificates.stream().map(Certificates::subject).toList();
    }
}
