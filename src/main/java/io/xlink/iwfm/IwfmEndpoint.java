package io.xlink.iwfm;

import io.xlink.iwfm.protocol.Accounts;
import io.xlink.iwfm.protocol.Backoff;
import io.xlink.iwfm.protocol.ClientSettings;
import io.xlink.iwfm.protocol.ListenerSettings;
import io.xlink.iwfm.protocol.Password;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Deliver imports of contact-centre figures to a workforce-management server, or be such a server. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "iwfm,iwfms",
        title = "iWFM",
        syntax = "iwfm:address",
        category = {Category.NETWORKING},
        headersClass = IwfmConstants.class)
public class IwfmEndpoint extends DefaultEndpoint {
    private static final double JITTER = 0.3;

    @UriPath(
            description = "Producer: host:port of the server (port 45054 by default), or the name of a server that"
                    + " the component's systems know. Consumer: host:port to listen on, port 0 for any free one.")
    @Metadata(required = true)
    private String address;

    @UriParam(label = "security", description = "User to log in as. Not needed for a server found by its name.")
    private String user;

    @UriParam(
            label = "security",
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
            defaultValue = "64",
            description =
                    "Requests that may be without an answer at once; more are refused. Each keeps its values in memory.")
    private int maxPending = 64;

    @UriParam(
            label = "advanced",
            defaultValue = "1048576",
            description = "The largest frame accepted from the other side, in bytes; at least 65536.")
    private int maxFrame = 1048576;

    @UriParam(
            label = "consumer,security",
            description =
                    "The users who may log in. By default the only bean of type io.xlink.iwfm.protocol.Accounts in the registry.")
    private Accounts accounts;

    @UriParam(label = "consumer", defaultValue = "100", description = "Connections at once; more are turned away.")
    private int maxConnections = 100;

    @UriParam(
            label = "consumer",
            defaultValue = "2",
            description = "Imports that one connection may have under way at once.")
    private int window = 2;

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

    IwfmEndpoint(String uri, IwfmComponent component, String address) {
        super(uri, component);
        this.address = address;
    }

    @Override
    public Producer createProducer() {
        return new IwfmProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        IwfmConsumer consumer = new IwfmConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    IwfmComponent component() {
        return (IwfmComponent) getComponent();
    }

    /** What a producer's client needs; asked when it starts, so that named servers may be registered late. */
    ClientSettings clientSettings() {
        IwfmSystem system = component().system(address).orElseGet(this::systemOfAddress);
        return new ClientSettings(
                system.index(),
                system.name(),
                system.host(),
                system.port(),
                Optional.ofNullable(user).orElse(system.user()),
                Optional.ofNullable(password).map(Password::of).orElse(system.password()),
                Duration.ofMillis(connectTimeout),
                Duration.ofMillis(requestTimeout),
                Duration.ofMillis(heartbeat),
                new Backoff(Duration.ofMillis(reconnectMinDelay), Duration.ofMillis(reconnectMaxDelay), JITTER),
                maxPending,
                maxFrame);
    }

    private IwfmSystem systemOfAddress() {
        if (user == null || password == null) {
            throw new IllegalArgumentException(
                    component().hasSystems()
                            ? "no server is named " + address + "; check [DB] of isps_Ul.ini and isps.cfg"
                            : "iwfm:" + address + " needs the options user and password");
        }
        Address plain = Address.of(address);
        String name = Optional.ofNullable(serverName).orElse(address);
        return new IwfmSystem(serverIndex, name, plain.host(), plain.portOrDefault(), user, Password.of(password));
    }

    ListenerSettings listenerSettings() {
        if (serverName == null) {
            throw new IllegalArgumentException("an iwfm consumer needs the option serverName");
        }
        Address plain = Address.of(address);
        ListenerSettings defaults = ListenerSettings.of(serverName, plain.host(), plain.portOrDefault());
        return defaults.withConnections(maxConnections, window, maxFrame)
                .withTimeouts(
                        Duration.ofMillis(loginTimeout),
                        Duration.ofMillis(idleTimeout),
                        Duration.ofMillis(routeTimeout))
                .withMemory(maxImportBytes, Math.max(maxImportBytes, defaults.maxHeldBytes()));
    }

    Accounts knownAccounts() {
        Accounts known =
                accounts != null ? accounts : getCamelContext().getRegistry().findSingleByType(Accounts.class);
        if (known == null) {
            throw new IllegalArgumentException("an iwfm consumer needs the option accounts, or one bean of type "
                    + Accounts.class.getName() + " in the registry");
        }
        return known;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
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
}
