package io.xlink.iwfm;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.kqueue.KQueueSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.xlink.iwfm.protocol.IwfmThreads;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.netty.NettyServerBootstrapConfiguration;
import org.apache.camel.component.netty.NettyWorkerPoolBuilder;

/**
 * The event loops of a component: the application's own worker group if it gives one, else one that camel-netty makes.
 * Only the latter is ended with the component.
 */
final class EventLoops implements AutoCloseable {
    private final EventLoopGroup group;
    private final boolean own;
    private final boolean nativeTransport;

    /**
     * @param given the application's group, null for one of our own
     * @param nativeTransport whether the group is, or is to be, one of epoll or kqueue
     */
    EventLoops(EventLoopGroup given, boolean nativeTransport) {
        this.own = given == null;
        this.nativeTransport = nativeTransport;
        this.group = own
                ? new NettyWorkerPoolBuilder()
                        .withName("iwfm-io")
                        .withWorkerCount(IwfmThreads.loops())
                        .withNativeTransport(nativeTransport)
                        .build()
                : given;
    }

    IwfmThreads threads() {
        return new IwfmThreads("iwfm", group, channelType());
    }

    private Class<? extends SocketChannel> channelType() {
        if (!nativeTransport) {
            return NioSocketChannel.class;
        }
        return Epoll.isAvailable() ? EpollSocketChannel.class : KQueueSocketChannel.class;
    }

    /** Lets camel-netty listen with these event loops. */
    NettyServerBootstrapConfiguration use(NettyServerBootstrapConfiguration bootstrap) {
        bootstrap.setBossGroup(group);
        bootstrap.setWorkerGroup(group);
        bootstrap.setNativeTransport(nativeTransport);
        return bootstrap;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for daemons
    public void close() {
        if (own) {
            group.shutdownGracefully(0, 2, TimeUnit.SECONDS);
        }
    }
}
