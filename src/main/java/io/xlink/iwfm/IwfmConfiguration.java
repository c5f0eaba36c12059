package io.xlink.iwfm;

import io.xlink.iwfm.protocol.Backoff;
import io.xlink.iwfm.protocol.ClientLimits;
import io.xlink.iwfm.protocol.ClientSettings;
import io.xlink.iwfm.protocol.ClientTimeouts;
import io.xlink.iwfm.protocol.ClientTls;
import io.xlink.iwfm.protocol.Password;
import io.xlink.iwfm.protocol.Proxy;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of an {@code iwfm} endpoint that a producer needs, some of them a consumer too. */
@UriParams
public class IwfmConfiguration implements Cloneable {
    @UriParam(
            label = "producer,security",
            description = "User to log in as. Not needed for a server found by its name.")
    private String user;

    @UriParam(
            label = "producer,security",
            secret = true,
            description = "The user's password. Not needed for a server found by its name.")
    private String password;

    @UriParam(
            label = "producer",
            defaultValue = "import",
            enums = "import,catalogue,export,exportActivities",
            description = "What is asked of the server, unless the header CamelIwfmOperation says otherwise.")
    private String operation = "import";

    @UriParam(
            label = "producer",
            defaultValue = "1",
            description = "The number by which messages name the server. A server found by its name brings its own.")
    private int serverIndex = 1;

    @UriParam(
            description =
                    "Producer: the server's name in messages, by default its address. Consumer: the name that the server gives itself; required.")
    private String serverName;

    @UriParam(
            label = "producer",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description = "Limit for looking the name up, for connecting and for the login, each.")
    private long connectTimeout = 10000;

    @UriParam(
            label = "producer",
            defaultValue = "300000",
            javaType = "java.time.Duration",
            description = "Limit for a request from sending it to its answer, reconnecting included.")
    private long requestTimeout = 300000;

    @UriParam(
            label = "producer",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description = "A ping goes out this often; a connection that is silent for three of them is cut.")
    private long heartbeat = 10000;

    @UriParam(
            label = "producer",
            defaultValue = "500",
            javaType = "java.time.Duration",
            description = "Delay before the first attempt to connect again; it doubles with every failure in a row.")
    private long reconnectMinDelay = 500;

    @UriParam(
            label = "producer",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description = "The longest delay before an attempt to connect again.")
    private long reconnectMaxDelay = 30000;

    @UriParam(
            label = "producer",
            defaultValue = "0.3",
            description = "Share of a delay, 0 to 1, that chance may take away, so that clients do not all come back"
                    + " at once.")
    private double reconnectJitter = 0.3;

    @UriParam(
            label = "producer",
            defaultValue = "64",
            description =
                    "Requests that may be without an answer at once; more are refused. Each keeps its values in memory.")
    private int maxPending = 64;

    @UriParam(
            label = "advanced",
            defaultValue = "1048576",
            description = "The largest frame accepted from the other side, in bytes; at least 65536.")
    private int maxFrame = 1048576;

    /** The server of an endpoint that gives host and port. */
    IwfmSystem system(String address, Address plain) {
        String name = Optional.ofNullable(serverName).orElse(address);
        return new IwfmSystem(serverIndex, name, plain.host(), plain.portOrDefault(), user, Password.of(password));
    }

    /** A copy, so that an endpoint's options do not change the component's. */
    IwfmConfiguration copy() {
        try {
            return (IwfmConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** What a client of the server needs; user and password given here count more than the system's own. */
    ClientSettings clientSettings(IwfmSystem system, Optional<ClientTls> tls, Optional<Proxy> proxy) {
        return new ClientSettings(
                system.index(),
                system.name(),
                system.host(),
                system.port(),
                Optional.ofNullable(user).orElse(system.user()),
                Optional.ofNullable(password).map(Password::of).orElse(system.password()),
                new ClientTimeouts(
                        Duration.ofMillis(connectTimeout),
                        Duration.ofMillis(requestTimeout),
                        Duration.ofMillis(heartbeat)),
                new Backoff(
                        Duration.ofMillis(reconnectMinDelay), Duration.ofMillis(reconnectMaxDelay), reconnectJitter),
                new ClientLimits(maxPending, maxFrame),
                tls,
                proxy);
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getOperation() {
        return operation;
    }

    public void setOperation(String operation) {
        this.operation = operation;
    }

    public int getServerIndex() {
        return serverIndex;
    }

    public void setServerIndex(int serverIndex) {
        this.serverIndex = serverIndex;
    }

    public String getServerName() {
        return serverName;
    }

    public void setServerName(String serverName) {
        this.serverName = serverName;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public long getHeartbeat() {
        return heartbeat;
    }

    public void setHeartbeat(long heartbeat) {
        this.heartbeat = heartbeat;
    }

    public long getReconnectMinDelay() {
        return reconnectMinDelay;
    }

    public void setReconnectMinDelay(long reconnectMinDelay) {
        this.reconnectMinDelay = reconnectMinDelay;
    }

    public long getReconnectMaxDelay() {
        return reconnectMaxDelay;
    }

    public void setReconnectMaxDelay(long reconnectMaxDelay) {
        this.reconnectMaxDelay = reconnectMaxDelay;
    }

    public double getReconnectJitter() {
        return reconnectJitter;
    }

    public void setReconnectJitter(double reconnectJitter) {
        this.reconnectJitter = reconnectJitter;
    }

    public int getMaxPending() {
        return maxPending;
    }

    public void setMaxPending(int maxPending) {
        this.maxPending = maxPending;
    }

    public int getMaxFrame() {
        return maxFrame;
    }

    public void setMaxFrame(int maxFrame) {
        this.maxFrame = maxFrame;
    }
}
