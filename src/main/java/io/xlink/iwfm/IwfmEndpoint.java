package io.xlink.iwfm;

import io.xlink.iwfm.protocol.Accounts;
import io.xlink.iwfm.protocol.ClientSettings;
import io.xlink.iwfm.protocol.ListenerSettings;
import java.util.Optional;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.component.netty.NettyServerBootstrapConfiguration;
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
@ManagedResource(description = "Managed iWFM endpoint")
public class IwfmEndpoint extends DefaultEndpoint {
    @UriPath(
            description = "Producer: host:port of the server (port 45054 by default), or the name of a server that"
                    + " the component's systems know. Consumer: host:port to listen on, port 0 for any free one.")
    @Metadata(required = true)
    private String address;

    @UriParam
    private IwfmConfiguration configuration;

    @UriParam
    private IwfmListenerConfiguration listener;

    @UriParam
    private IwfmProxyConfiguration proxy;

    @UriParam
    private IwfmTlsConfiguration tls;

    private final boolean secure;

    /** @param secure whether the scheme is {@code iwfms} */
    IwfmEndpoint(String uri, IwfmComponent component, String address, boolean secure) {
        super(uri, component);
        this.address = address;
        this.configuration = component.getConfiguration().copy();
        this.listener = component.getListener().copy();
        this.proxy = component.getProxy().copy();
        this.tls = secure ? component.getTls().copy() : new IwfmTlsConfiguration();
        this.secure = secure;
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

    /** Options that would do nothing mean that somebody takes the connection for protected. */
    void refuseIdleTlsOptions() {
        Optional<String> option = secure ? Optional.empty() : tls.given();
        if (option.isPresent()) {
            throw new IllegalArgumentException("iwfm:" + address + " goes without TLS, so " + option.get()
                    + " would do nothing; write iwfms: for TLS, or leave the option out");
        }
    }

    /** What a producer's client needs; asked when it starts, so that named servers may be registered late. */
    ClientSettings clientSettings() {
        Optional<IwfmSystem> named = component().system(address);
        return configuration.clientSettings(
                named.orElseGet(this::systemOfAddress), component().tls().client(secure, tls, named), proxy.proxy());
    }

    private IwfmSystem systemOfAddress() {
        if (configuration.getUser() == null || configuration.getPassword() == null) {
            throw new IllegalArgumentException(
                    component().hasSystems()
                            ? "no server is named " + address + "; check [DB] of isps_Ul.ini and isps.cfg"
                            : "iwfm:" + address + " needs the options user and password");
        }
        return configuration.system(address, Address.of(address));
    }

    ListenerSettings listenerSettings() {
        if (configuration.getServerName() == null) {
            throw new IllegalArgumentException("an iwfm consumer needs the option serverName");
        }
        Address plain = Address.of(address);
        ListenerSettings settings = ListenerSettings.of(
                        configuration.getServerName(), plain.host(), plain.portOrDefault())
                .with(listener.timeouts())
                .with(listener.limits(configuration.getMaxFrame()));
        return component().tls().listener(secure, tls).map(settings::with).orElse(settings);
    }

    /** Where to listen, for camel-netty. */
    NettyServerBootstrapConfiguration bootstrap() {
        return component().loops().use(listener.bootstrap(Address.of(address)));
    }

    Accounts knownAccounts() {
        Accounts known = listener.getAccounts() != null
                ? listener.getAccounts()
                : getCamelContext().getRegistry().findSingleByType(Accounts.class);
        if (known == null) {
            throw new IllegalArgumentException("an iwfm consumer needs the option accounts, or one bean of type "
                    + Accounts.class.getName() + " in the registry");
        }
        return known;
    }

    @ManagedAttribute(description = "The server's address or name, or where to listen")
    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
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

    public IwfmProxyConfiguration getProxy() {
        return proxy;
    }

    public void setProxy(IwfmProxyConfiguration proxy) {
        this.proxy = proxy;
    }

    public IwfmTlsConfiguration getTls() {
        return tls;
    }

    public void setTls(IwfmTlsConfiguration tls) {
        this.tls = tls;
    }
}
