package io.xlink.iwfm.protocol;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The JDK's verdict on a certificate, with a reason that an administrator can work with. It decides nothing itself: what
 * the JDK refuses stays refused, whatever the reason is found to be.
 */
final class ExplainedTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trust;
    private final Consumer<List<X509Certificate>> seen;

    /** @param seen is shown what a server shows, before it is judged; on the thread that does the handshake */
    ExplainedTrust(X509ExtendedTrustManager trust, Consumer<List<X509Certificate>> seen) {
        this.trust = trust;
        this.seen = seen;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        seen.accept(List.of(chain));
        try {
            trust.checkServerTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            boolean onlyTheHost = trusted(chain, authType);
            throw CertificateVerdict.refusal(e, List.of(chain), engine.getPeerHost(), onlyTheHost);
        }
    }

    /** Without the engine the JDK judges everything but the host. */
    private boolean trusted(X509Certificate[] chain, String authType) {
        try {
            trust.checkServerTrusted(chain, authType);
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        try {
            trust.checkClientTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            throw CertificateVerdict.refusal(e, List.of(chain), engine.getPeerHost(), false);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trust.checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trust.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
