package io.xlink.iwfm;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.xlink.iwfm.protocol.IwfmListener;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.apache.camel.component.netty.NettyConsumer;
import org.apache.camel.component.netty.NettyServerBootstrapConfiguration;
import org.apache.camel.component.netty.NettyServerBootstrapFactory;
import org.apache.camel.component.netty.ServerInitializerFactory;
import org.apache.camel.component.netty.SingleTCPNettyServerBootstrapFactory;

/** The port of a consumer, bound by camel-netty; its connections speak the protocol of the listener. */
final class ListenerPort implements AutoCloseable {
    private final NettyServerBootstrapFactory factory;

    private ListenerPort(NettyServerBootstrapFactory factory) {
        this.factory = factory;
    }

    /**
     * Binds the port and hands it to the listener.
     *
     * @throws IOException when it cannot be bound; the message says which and why
     */
    static ListenerPort bind(
            CamelContext context, NettyServerBootstrapConfiguration configuration, IwfmListener listener)
            throws IOException {
        // The factory has no getter for what it bound, but puts it in the group.
        ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        configuration.setChannelGroup(channels);
        NettyServerBootstrapFactory factory = new SingleTCPNettyServerBootstrapFactory();
        factory.init(context, configuration, new Initializer(listener));
        try {
            factory.start();
        } catch (Exception e) {
            factory.stop();
            throw new IOException(
                    "Cannot listen on " + configuration.getHost() + ":" + configuration.getPort() + ": "
                            + e.getMessage(),
                    e);
        }
        listener.listening(channels.stream()
                .filter(ServerChannel.class::isInstance)
                .findFirst()
                .orElseThrow());
        return new ListenerPort(factory);
    }

    @Override
    public void close() {
        factory.stop();
    }

    /** Makes each connection one of the protocol. */
    private static final class Initializer extends ServerInitializerFactory {
        private final IwfmListener listener;

        Initializer(IwfmListener listener) {
            this.listener = listener;
        }

        /** One serves all connections, and there is no consumer of camel-netty. */
        @Override
        public ServerInitializerFactory createPipelineFactory(NettyConsumer consumer) {
            return this;
        }

        @Override
        protected void initChannel(Channel channel) {
            listener.accept(channel);
        }
    }
}
