package io.xlink.iwfm;

import io.xlink.iwfm.protocol.Accounts;
import io.xlink.iwfm.protocol.ListenerLimits;
import io.xlink.iwfm.protocol.ListenerTimeouts;
import java.time.Duration;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.netty.NettyServerBootstrapConfiguration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of an {@code iwfm} endpoint that only a consumer needs: its users, limits and patience. */
@UriParams
public class IwfmListenerConfiguration implements Cloneable {
    @UriParam(
            label = "consumer,security",
            description =
                    "The users who may log in. By default the only bean of type io.xlink.iwfm.protocol.Accounts in the registry.")
    private Accounts accounts;

    @UriParam(label = "consumer", defaultValue = "100", description = "Connections at once; more are turned away.")
    private int maxConnections = 100;

    @UriParam(
            label = "consumer",
            defaultValue = "4",
            description = "Imports that one connection may have under way at once.")
    private int window = 4;

    @UriParam(
            label = "consumer",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description = "Limit from connecting to being logged in.")
    private long loginTimeout = 10000;

    @UriParam(
            label = "consumer",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description = "A connection that is silent this long is closed; at least 3 seconds.")
    private long idleTimeout = 60000;

    @UriParam(
            label = "consumer",
            defaultValue = "300000",
            javaType = "java.time.Duration",
            description = "Limit for the route to carry out one request.")
    private long routeTimeout = 300000;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "67108864",
            description = "Memory that one import may hold, roughly, in bytes.")
    private long maxImportBytes = 67108864;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "134217728",
            description = "Memory that all imports under way of one connection may hold, roughly, in bytes.")
    private long maxConnectionBytes = 134217728;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "0",
            description = "Connections that the system may hold until they are taken; 0 for the system's own number.")
    private int backlog;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "true",
            description = "Whether the port can be bound again while connections of an earlier process linger.")
    private boolean reuseAddress = true;

    /** A copy, so that an endpoint's options do not change the component's. */
    IwfmListenerConfiguration copy() {
        try {
            return (IwfmListenerConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** What camel-netty is told about the port. */
    NettyServerBootstrapConfiguration bootstrap(Address address) {
        NettyServerBootstrapConfiguration bootstrap = new NettyServerBootstrapConfiguration();
        bootstrap.setProtocol("tcp");
        bootstrap.setHost(address.host());
        bootstrap.setPort(address.portOrDefault());
        bootstrap.setBacklog(backlog);
        bootstrap.setReuseAddress(reuseAddress);
        bootstrap.setTcpNoDelay(true);
        bootstrap.setKeepAlive(true);
        return bootstrap;
    }

    ListenerTimeouts timeouts() {
        return new ListenerTimeouts(
                Duration.ofMillis(loginTimeout), Duration.ofMillis(idleTimeout), Duration.ofMillis(routeTimeout));
    }

    ListenerLimits limits(int maxFrame) {
        long ofConnection = Math.max(maxImportBytes, maxConnectionBytes);
        return ListenerLimits.DEFAULT
                .withConnections(maxConnections, window, maxFrame)
                .withMemory(
                        maxImportBytes, ofConnection, Math.max(ofConnection, ListenerLimits.DEFAULT.maxHeldBytes()));
    }

    public Accounts getAccounts() {
        return accounts;
    }

    public void setAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    public void setMaxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    public int getWindow() {
        return window;
    }

    public void setWindow(int window) {
        this.window = window;
    }

    public long getLoginTimeout() {
        return loginTimeout;
    }

    public void setLoginTimeout(long loginTimeout) {
        this.loginTimeout = loginTimeout;
    }

    public long getIdleTimeout() {
        return idleTimeout;
    }

    public void setIdleTimeout(long idleTimeout) {
        this.idleTimeout = idleTimeout;
    }

    public long getRouteTimeout() {
        return routeTimeout;
    }

    public void setRouteTimeout(long routeTimeout) {
        this.routeTimeout = routeTimeout;
    }

    public long getMaxImportBytes() {
        return maxImportBytes;
    }

    public void setMaxImportBytes(long maxImportBytes) {
        this.maxImportBytes = maxImportBytes;
    }

    public int getBacklog() {
        return backlog;
    }

    public void setBacklog(int backlog) {
        this.backlog = backlog;
    }

    public boolean isReuseAddress() {
        return reuseAddress;
    }

    public void setReuseAddress(boolean reuseAddress) {
        this.reuseAddress = reuseAddress;
    }

    public long getMaxConnectionBytes() {
        return maxConnectionBytes;
    }

    public void setMaxConnectionBytes(long maxConnectionBytes) {
        this.maxConnectionBytes = maxConnectionBytes;
    }
}
