package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.socksx.v5.DefaultSocks5CommandResponse;
import io.netty.handler.codec.socksx.v5.DefaultSocks5InitialResponse;
import io.netty.handler.codec.socksx.v5.Socks5AddressType;
import io.netty.handler.codec.socksx.v5.Socks5AuthMethod;
import io.netty.handler.codec.socksx.v5.Socks5CommandRequest;
import io.netty.handler.codec.socksx.v5.Socks5CommandRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5CommandStatus;
import io.netty.handler.codec.socksx.v5.Socks5InitialRequest;
import io.netty.handler.codec.socksx.v5.Socks5InitialRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5Message;
import io.netty.handler.codec.socksx.v5.Socks5ServerEncoder;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client whose server can be reached, and its name be looked up, only by a proxy. */
class ProxyTest {
    private static final String SECRET = "canary-proxy-41";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static ClientSettings behind(Line line, Proxy proxy) {
        return ClientSettings.of(
                        1,
                        "WFM",
                        ConnectProxy.KNOWN_NAME,
                        line.address.getPort(),
                        Line.USER,
                        Password.of(Line.PASSWORD))
                .withBackoff(Line.QUICK)
                .with(proxy);
    }

    private static Proxy http(int port, String password) {
        return new Proxy(
                Proxy.Kind.HTTP,
                "127.0.0.1",
                port,
                Optional.ofNullable(password).map(p -> "gate"),
                Optional.ofNullable(password).map(Password::of));
    }

    @Test
    void anHttpProxyLooksTheNameUpAndConnects() throws Exception {
        try (Line line = new Line();
                ConnectProxy proxy = new ConnectProxy(null)) {
            IwfmClient client = line.client(behind(line, http(proxy.port(), null)));
            client.awaitReady(LIMIT);
            assertThat(Line.get(client.send(Line.day(3, 96, 1))).stored()).isEqualTo(3 * 96);
            assertThat(proxy.requests)
                    .containsExactly("CONNECT " + ConnectProxy.KNOWN_NAME + ":" + line.address.getPort() + " HTTP/1.1");
        }
    }

    @Test
    void aProxyThatAsksIsGivenUserAndPassword() throws Exception {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString(("gate:" + SECRET).getBytes(StandardCharsets.UTF_8));
        try (Line line = new Line();
                ConnectProxy proxy = new ConnectProxy(expected)) {
            line.client(behind(line, http(proxy.port(), SECRET))).awaitReady(LIMIT);
            IwfmClient wrong = line.client(behind(line, http(proxy.port(), SECRET + "-wrong")));
            assertThatThrownBy(() -> wrong.awaitReady(LIMIT))
                    .isInstanceOf(ServerUnavailableException.class)
                    .hasMessageContaining("HTTP proxy 127.0.0.1:" + proxy.port())
                    .hasMessageContaining("407")
                    .hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void aProxyThatIsAwayIsNamed() throws Exception {
        int gone;
        try (ConnectProxy proxy = new ConnectProxy(null)) {
            gone = proxy.port();
        }
        try (Line line = new Line()) {
            IwfmClient client = line.client(behind(line, http(gone, null)));
            assertThatThrownBy(() -> client.awaitReady(LIMIT))
                    .isInstanceOf(ServerUnavailableException.class)
                    .hasMessageContaining("HTTP proxy 127.0.0.1:" + gone);
        }
    }

    @Test
    void aSocksProxyIsGivenTheName() throws Exception {
        CompletableFuture<String> asked = new CompletableFuture<>();
        try (Line line = new Line()) {
            Channel socks = new ServerBootstrap()
                    .group(line.threads.io())
                    .channel(NioServerSocketChannel.class)
                    .childHandler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline()
                                    .addLast(Socks5ServerEncoder.DEFAULT, new Socks5InitialRequestDecoder())
                                    .addLast(new SocksToListener(line.listener, asked));
                        }
                    })
                    .bind("127.0.0.1", 0)
                    .sync()
                    .channel();
            try {
                int port = ((InetSocketAddress) socks.localAddress()).getPort();
                Proxy proxy = new Proxy(Proxy.Kind.SOCKS5, "127.0.0.1", port, Optional.empty(), Optional.empty());
                line.client(behind(line, proxy)).awaitReady(LIMIT);
                assertThat(asked.get(20, TimeUnit.SECONDS)).isEqualTo(ConnectProxy.KNOWN_NAME);
            } finally {
                socks.close().sync();
            }
        }
    }

    /** Speaks SOCKS 5 (RFC 1928), and then is itself the listener's end of the connection. */
    @SuppressWarnings("FutureReturnValueIgnored") // the client notices a failed write
    private static final class SocksToListener extends SimpleChannelInboundHandler<Socks5Message> {
        private final IwfmListener listener;
        private final CompletableFuture<String> asked;

        SocksToListener(IwfmListener listener, CompletableFuture<String> asked) {
            this.listener = listener;
            this.asked = asked;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, Socks5Message message) {
            if (message instanceof Socks5InitialRequest) {
                ctx.pipeline().replace(Socks5InitialRequestDecoder.class, "command", new Socks5CommandRequestDecoder());
                ctx.writeAndFlush(new DefaultSocks5InitialResponse(Socks5AuthMethod.NO_AUTH));
            } else if (message instanceof Socks5CommandRequest command) {
                asked.complete(command.dstAddr());
                ctx.writeAndFlush(new DefaultSocks5CommandResponse(Socks5CommandStatus.SUCCESS, Socks5AddressType.IPv4))
                        .addListener(said -> {
                            Channel channel = ctx.channel();
                            channel.pipeline().remove("command");
                            channel.pipeline().remove(Socks5ServerEncoder.class);
                            channel.pipeline().remove(this);
                            listener.accept(channel);
                            channel.pipeline().fireChannelActive();
                        });
            }
        }
    }

    @Test
    void aProxyIsPrintedWithoutItsPassword() {
        assertThat(http(3128, SECRET).toString()).isEqualTo("HTTP proxy 127.0.0.1:3128");
        assertThatThrownBy(() -> http(0, null)).hasMessageContaining("port within 1 to 65535");
        assertThatThrownBy(() -> new Proxy(Proxy.Kind.HTTP, "p", 1, Optional.of("u"), Optional.empty()))
                .hasMessageContaining("both a user and a password");
    }
}
