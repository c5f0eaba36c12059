package io.xlink.iwfm;

import io.xlink.iwfm.protocol.Password;
import io.xlink.iwfm.protocol.TlsMaterial;
import java.util.Optional;

/**
 * A server that an installation knows by name (specification, section 3, {@code isps.cfg} and {@code [DB]}).
 *
 * @param index its number in {@code [DB]}, which messages count by
 * @param name its name
 * @param host host name or address
 * @param port 1 to 65535
 * @param user user to log in as
 * @param password the user's password
 * @param tls whom to trust, and who this side is, over TLS; empty for plain TCP
 */
public record IwfmSystem(
        int index, String name, String host, int port, String user, Password password, Optional<TlsMaterial> tls) {

    /** A server that is reached over plain TCP. */
    public IwfmSystem(int index, String name, String host, int port, String user, Password password) {
        this(index, name, host, port, user, password, Optional.empty());
    }
}
