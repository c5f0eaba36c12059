package io.xlink.iwfm.protocol;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Makes TLS contexts for Netty that speak TLS 1.3 and 1.2 and nothing older. */
final class TlsContexts {
    private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

    private TlsContexts() {}

    /** A context of the JDK from files. */
    static SSLContext of(KeyStore trust, KeyStore identity) {
        return of(trust, identity, certificates -> {});
    }

    /** As the other one, for a client that wants to see what a server shows. */
    static SSLContext of(KeyStore trust, KeyStore identity, Consumer<List<X509Certificate>> seen) {
        try {
            TrustManagerFactory trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusts.init(trust);
            TrustManager[] explained = Arrays.stream(trusts.getTrustManagers())
                    .map(t -> t instanceof X509ExtendedTrustManager x ? new ExplainedTrust(x, seen) : t)
                    .toArray(TrustManager[]::new);
            KeyManager[] keys = {};
            if (identity != null) {
                KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(identity, new char[0]);
                keys = factory.getKeyManagers();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, explained, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new TlsMaterialException(
                    "TLS cannot be set up with these certificates ("
                            + e.getClass().getSimpleName() + ")",
                    "Check the files of certificates and keys");
        }
    }

    /**
     * A context for Netty.
     *
     * @param context its own cipher suites count, and of its versions TLS 1.2 and 1.3
     * @throws TlsMaterialException when it allows neither of them
     */
    static JdkSslContext of(SSLContext context, boolean client, ClientAuth clientAuth) {
        SSLEngine sample = context.createSSLEngine();
        sample.setUseClientMode(client);
        List<String> allowed = List.of(sample.getEnabledProtocols());
        String[] versions = VERSIONS.stream().filter(allowed::contains).toArray(String[]::new);
        if (versions.length == 0) {
            throw new TlsMaterialException(
                    "the TLS parameters allow only " + String.join(", ", allowed), "Allow TLSv1.3 or TLSv1.2");
        }
        return new JdkSslContext(
                context,
                client,
                List.of(sample.getEnabledCipherSuites()),
                IdentityCipherSuiteFilter.INSTANCE,
                ApplicationProtocolConfig.DISABLED,
                clientAuth,
                versions,
                false);
    }
}
