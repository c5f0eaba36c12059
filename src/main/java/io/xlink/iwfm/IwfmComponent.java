package io.xlink.iwfm;

import io.netty.channel.EventLoopGroup;
import io.xlink.iwfm.protocol.ClientState;
import io.xlink.iwfm.protocol.IwfmClient;
import io.xlink.iwfm.protocol.IwfmThreads;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The {@code iwfm} component. All producers of one component that go to the same server as the same user share one
 * connection.
 */
@Component("iwfm,iwfms")
public class IwfmComponent extends HealthCheckComponent implements SSLContextParametersAware {
    private final EndpointTls endpointTls = new EndpointTls(this::getCamelContext, this::globalParameters);

    private EventLoops loops;
    private IwfmThreads threads;
    private SharedClients clients;
    private OpenListeners listeners;

    @Metadata(description = "Options of producers, some of them of consumers too, that endpoints start from.")
    private IwfmConfiguration configuration = new IwfmConfiguration();

    @Metadata(label = "consumer", description = "Options of consumers that endpoints start from.")
    private IwfmListenerConfiguration listener = new IwfmListenerConfiguration();

    @Metadata(label = "producer,proxy", description = "The proxy that endpoints start from.")
    private IwfmProxyConfiguration proxy = new IwfmProxyConfiguration();

    @Metadata(label = "security", description = "TLS options that iwfms endpoints start from.")
    private IwfmTlsConfiguration tls = new IwfmTlsConfiguration();

    @Metadata(
            label = "advanced",
            description = "Where a server is found by its name. By default the only bean of type"
                    + " io.xlink.iwfm.IwfmSystems in the registry.")
    private volatile IwfmSystems systems;

    @Metadata(
            label = "advanced",
            description = "Event loops that this component shares with others, and leaves running when it ends. By"
                    + " default it makes its own.")
    private EventLoopGroup workerGroup;

    @Metadata(
            label = "advanced",
            defaultValue = "false",
            description = "Whether to use the system's own transport, epoll or kqueue, whose native library must be on"
                    + " the class path. A workerGroup that is given must be of that kind.")
    private boolean nativeTransport;

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether iwfms endpoints without TLS options of their own take Camel's global"
                    + " SSLContextParameters.")
    private boolean useGlobalSslContextParameters;

    /** Used by Camel. */
    public IwfmComponent() {}

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        String address = remaining.startsWith("//") ? remaining.substring(2) : remaining;
        if (address.contains("%")) {
            address = URLDecoder.decode(address, StandardCharsets.UTF_8);
        }
        if (address.isEmpty()) {
            throw new IllegalArgumentException("an iwfm endpoint needs host:port or the name of a server");
        }
        IwfmEndpoint endpoint = new IwfmEndpoint(uri, this, address, uri.startsWith("iwfms:"));
        setProperties(endpoint, parameters);
        endpoint.refuseIdleTlsOptions();
        return endpoint;
    }

    /**
     * Whether a server can be delivered to at this moment: a producer of this component is logged in there.
     *
     * @param address as in an endpoint: {@code host:port} or the name of a server
     */
    public boolean ready(String address) {
        return state(address).filter(ClientState.READY::equals).isPresent();
    }

    /**
     * Where the connection to a server stands; empty when no started producer of this component uses it.
     *
     * @param address as in an endpoint: {@code host:port} or the name of a server
     */
    public Optional<ClientState> state(String address) {
        return client(address).map(IwfmClient::state);
    }

    /**
     * What the connection to a server did so far; empty when no started producer of this component uses it.
     *
     * @param address as in an endpoint: {@code host:port} or the name of a server
     */
    public Optional<IwfmConnection> connection(String address) {
        return client(address).map(client -> new IwfmConnection(client.statistics(), client.certificateExpiry()));
    }

    private Optional<IwfmClient> client(String address) {
        SharedClients shared = clients;
        if (shared == null) {
            return Optional.empty();
        }
        Optional<IwfmSystem> system = system(address);
        if (system.isPresent()) {
            return shared.of(system.get().host(), system.get().port());
        }
        Address plain = Address.of(address);
        return shared.of(plain.host(), plain.portOrDefault());
    }

    /** The server of that name, if there are named servers and it is one of them. */
    Optional<IwfmSystem> system(String name) {
        IwfmSystems known = knownSystems();
        return known == null ? Optional.empty() : known.find(name);
    }

    boolean hasSystems() {
        return knownSystems() != null;
    }

    /** Looked for until it is found, and not again: a registry must not be searched while others bind to it. */
    private IwfmSystems knownSystems() {
        if (systems == null) {
            systems = getCamelContext().getRegistry().findSingleByType(IwfmSystems.class);
        }
        return systems;
    }

    EventLoops loops() {
        return loops;
    }

    EndpointTls tls() {
        return endpointTls;
    }

    private Optional<SSLContextParameters> globalParameters() {
        return useGlobalSslContextParameters
                ? Optional.ofNullable(retrieveGlobalSslContextParameters())
                : Optional.empty();
    }

    IwfmThreads threads() {
        return threads;
    }

    SharedClients clients() {
        return clients;
    }

    OpenListeners listeners() {
        return listeners;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        loops = new EventLoops(workerGroup, nativeTransport);
        threads = loops.threads();
        Watch watch = Meters.of(getCamelContext());
        clients = new SharedClients(threads, watch);
        listeners = new OpenListeners(watch);
    }

    @Override
    protected void doShutdown() throws Exception {
        if (clients != null) {
            clients.close();
            threads.close();
            loops.close();
        }
        super.doShutdown();
    }

    public IwfmConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(IwfmConfiguration configuration) {
        this.configuration = configuration;
    }

    public IwfmListenerConfiguration getListener() {
        return listener;
    }

    public void setListener(IwfmListenerConfiguration listener) {
        this.listener = listener;
    }

    public IwfmTlsConfiguration getTls() {
        return tls;
    }

    public void setTls(IwfmTlsConfiguration tls) {
        this.tls = tls;
    }

    public IwfmProxyConfiguration getProxy() {
        return proxy;
    }

    public void setProxy(IwfmProxyConfiguration proxy) {
        this.proxy = proxy;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public IwfmSystems getSystems() {
        return systems;
    }

    public void setSystems(IwfmSystems systems) {
        this.systems = systems;
    }

    public EventLoopGroup getWorkerGroup() {
        return workerGroup;
    }

    public void setWorkerGroup(EventLoopGroup workerGroup) {
        this.workerGroup = workerGroup;
    }

    public boolean isNativeTransport() {
        return nativeTransport;
    }

    public void setNativeTransport(boolean nativeTransport) {
        this.nativeTransport = nativeTransport;
    }
}
