package io.xlink.iwfm.protocol;

import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.proxy.Socks5ProxyHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * A proxy between a client and its server. The proxy looks the server's name up, so that the client needs no name
 * service that knows it.
 *
 * @param kind how the proxy is spoken to
 * @param host host name or address of the proxy
 * @param port 1 to 65535
 * @param user user at the proxy, empty when it asks for none
 * @param password the user's password, empty without user
 */
public record Proxy(Kind kind, String host, int port, Optional<String> user, Optional<Password> password) {

    /** How a proxy is spoken to. */
    public enum Kind {
        /** HTTP's method CONNECT (RFC 9110, section 9.3.6), with Basic authentication. */
        HTTP,
        /** SOCKS version 5 (RFC 1928), with user name and password (RFC 1929). */
        SOCKS5
    }

    public Proxy {
        if (host.isBlank() || port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "proxy " + host + ":" + port + " is not host:port, port within 1 to 65535");
        }
        if (user.isPresent() != password.isPresent()) {
            throw new IllegalArgumentException("a proxy needs both a user and a password, or neither");
        }
    }

    /** The step of a pipeline that goes through the proxy, of one connection. */
    ProxyHandler handler(InetSocketAddress address, Duration limit) {
        String name = user.orElse(null);
        String secret = password.map(p -> new String(p.reveal())).orElse(null);
        ProxyHandler handler = switch (kind) {
            case HTTP -> name == null ? new HttpProxyHandler(address) : new HttpProxyHandler(address, name, secret);
            case SOCKS5 -> new Socks5ProxyHandler(address, name, secret);
        };
        handler.setConnectTimeoutMillis(limit.toMillis());
        return handler;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return kind + " proxy " + host + ":" + port;
    }
}
