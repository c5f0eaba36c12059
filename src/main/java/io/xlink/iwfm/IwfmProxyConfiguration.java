package io.xlink.iwfm;

import io.xlink.iwfm.protocol.Password;
import io.xlink.iwfm.protocol.Proxy;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options that send a producer's connection through a proxy. */
@UriParams
public class IwfmProxyConfiguration implements Cloneable {
    @UriParam(
            label = "producer,proxy",
            description = "Host of a proxy to connect through; the proxy looks the server's name up.")
    private String proxyHost;

    @UriParam(label = "producer,proxy", description = "Port of the proxy; required with a host.")
    private int proxyPort;

    @UriParam(
            label = "producer,proxy",
            defaultValue = "http",
            enums = "http,socks5",
            description = "How the proxy is spoken to: HTTP's CONNECT, or SOCKS 5.")
    private String proxyType = "http";

    @UriParam(label = "producer,proxy,security", secret = true, description = "User at the proxy, if it asks for one.")
    private String proxyUser;

    @UriParam(label = "producer,proxy,security", secret = true, description = "The password at the proxy.")
    private String proxyPassword;

    /** A copy, so that an endpoint's options do not change the component's. */
    IwfmProxyConfiguration copy() {
        try {
            return (IwfmProxyConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** The proxy, empty when none is named. */
    Optional<Proxy> proxy() {
        if (proxyHost == null) {
            return Optional.empty();
        }
        return Optional.of(new Proxy(
                kind(),
                proxyHost,
                proxyPort,
                Optional.ofNullable(proxyUser),
                Optional.ofNullable(proxyPassword).map(Password::of)));
    }

    private Proxy.Kind kind() {
        try {
            return Proxy.Kind.valueOf(proxyType.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("proxyType " + proxyType + " is none of http, socks5", e);
        }
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public int getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(int proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getProxyType() {
        return proxyType;
    }

    public void setProxyType(String proxyType) {
        this.proxyType = proxyType;
    }

    public String getProxyUser() {
        return proxyUser;
    }

    public void setProxyUser(String proxyUser) {
        this.proxyUser = proxyUser;
    }

    public String getProxyPassword() {
        return proxyPassword;
    }

    public void setProxyPassword(String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }
}
