package io.xlink.check;

import io.xlink.config.WfmServer;
import io.xlink.model.Catalogue;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;

/** Logs in to a server, once, and asks what it knows. */
@FunctionalInterface
public interface ServerAccess {

    /**
     * Returns what the server says about itself; waits only for a limited time.
     *
     * @param certificates is shown the server's certificates, its own first, whether or not they are accepted; not
     *     called without TLS
     * @throws io.xlink.iwfm.protocol.IwfmException when there is no connection or the login is refused
     * @throws io.xlink.iwfm.protocol.TlsMaterialException when the trusted certificates cannot be used
     */
    Catalogue catalogue(WfmServer server, Consumer<List<X509Certificate>> certificates) throws Exception;
}
