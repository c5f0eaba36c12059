package io.xlink.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tool itself: what a plan promises is what both ends of a connection see. */
@Timeout(60)
class CuttingProxyTest {
    private final List<Socket> sockets = new ArrayList<>();
    private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();
    private ServerSocket listening;
    private CuttingProxy proxy;

    @BeforeEach
    void start() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> {
            while (!listening.isClosed()) {
                try {
                    accepted.add(listening.accept());
                } catch (IOException e) {
                    return;
                }
            }
        });
        acceptor.setDaemon(true);
        acceptor.start();
        proxy = new CuttingProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.getLocalPort()));
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().startsWith("cutting-proxy-" + proxy.port())));
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(10_000);
        sockets.add(client);
        return client;
    }

    private Socket server() throws Exception {
        Socket server = accepted.poll(10, TimeUnit.SECONDS);
        assertThat(server).as("a connection at the server").isNotNull();
        server.setSoTimeout(10_000);
        sockets.add(server);
        return server;
    }

    private static void say(Socket socket, int bytes) throws IOException {
        byte[] all = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            all[i] = (byte) i;
        }
        socket.getOutputStream().write(all);
    }

    /** Reads so many bytes and checks that they are those of {@link #say}. */
    private static void hear(Socket socket, int bytes) throws IOException {
        byte[] all = socket.getInputStream().readNBytes(bytes);
        assertThat(all).hasSize(bytes);
        for (int i = 0; i < bytes; i++) {
            assertThat(all[i]).isEqualTo((byte) i);
        }
    }

    @Test
    void aConnectionWithoutAPlanPassesAndItsBytesAreCounted() throws Exception {
        Socket client = connect();
        say(client, 200_000);
        Socket server = server();
        hear(server, 200_000);
        say(server, 5);
        hear(client, 5);
        assertThat(proxy.bytes(Direction.TOWARDS_SERVER)).isEqualTo(200_000);
        assertThat(proxy.bytes(Direction.TOWARDS_CLIENT)).isEqualTo(5);
        client.shutdownOutput();
        assertThat(server.getInputStream().read()).isEqualTo(-1);
        say(server, 3); // An end of one direction leaves the other one.
        hear(client, 3);
        server.close();
        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aCutWithFinLetsExactlySoManyBytesThroughAndEndsInOrder() throws Exception {
        proxy.next(Plan.cut(Direction.TOWARDS_SERVER, 7, Fate.FIN));
        Socket client = connect();
        say(client, 100_000);
        Socket server = server();
        hear(server, 7);
        assertThat(server.getInputStream().read()).isEqualTo(-1);
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        assertThat(proxy.bytes(Direction.TOWARDS_SERVER)).isEqualTo(7);
    }

    @Test
    void aCutWithResetIsSeenAsAReset() throws Exception {
        proxy.next(Plan.cut(Direction.TOWARDS_CLIENT, 7, Fate.RESET));
        Socket client = connect();
        Socket server = server();
        say(server, 6);
        hear(client, 6);
        say(server, 6);
        assertThatThrownBy(() -> client.getInputStream().readNBytes(100)).isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketException.class);
        assertThat(proxy.bytes(Direction.TOWARDS_CLIENT)).isEqualTo(7);
    }

    @Test
    void aPlanIsForOneConnectionOnlyAndPlansKeepTheirOrder() throws Exception {
        proxy.next(Plan.REFUSE);
        proxy.next(Plan.cut(Direction.TOWARDS_SERVER, 0, Fate.FIN));
        Socket refused = connect();
        assertThatThrownBy(() -> refused.getInputStream().read()).isInstanceOf(SocketException.class);
        assertThat(connect().getInputStream().read()).isEqualTo(-1);
        server();
        Socket client = connect();
        say(client, 10);
        hear(server(), 10);
        assertThat(proxy.connections()).isEqualTo(3);
    }

    @Test
    void aBlackHoleTakesEverythingAndNeverAnswers() throws Exception {
        proxy.next(Plan.BLACK_HOLE);
        Socket client = connect();
        say(client, 1_000_000);
        client.setSoTimeout(200);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        assertThat(accepted).isEmpty();
    }

    @Test
    void aFrozenConnectionStaysOpenAndCarriesNothing() throws Exception {
        Socket client = connect();
        say(client, 10);
        Socket server = server();
        hear(server, 10);
        proxy.freeze();
        say(client, 10);
        say(server, 10);
        client.setSoTimeout(200);
        server.setSoTimeout(200);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        assertThat(proxy.bytes(Direction.TOWARDS_SERVER)).isEqualTo(10);
        client.close(); // Not even the end of one side reaches the other one.
        assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        Socket next = connect();
        say(next, 10);
        hear(server(), 10);
    }

    @Test
    void theNextByteOfADirectionCanBeMadeTheLast() throws Exception {
        Socket client = connect();
        say(client, 10);
        Socket server = server();
        hear(server, 10);
        proxy.endHere(Direction.TOWARDS_CLIENT, Fate.RESET);
        say(client, 10); // The other direction goes on until then.
        hear(server, 10);
        say(server, 1);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        assertThat(proxy.bytes(Direction.TOWARDS_CLIENT)).isZero();
    }

    @Test
    void oneByteAtATimeArrivesInPieces() throws Exception {
        proxy.next(Plan.PASS.bothWays(Flow.FREE.oneByteAtATime()));
        Socket client = connect();
        Socket server = server();
        say(client, 2000);
        InputStream in = server.getInputStream();
        byte[] buffer = new byte[4000];
        int reads = 0;
        for (int got = 0; got < 2000; reads++) {
            got += in.read(buffer);
        }
        // The receiver may find several bytes at a time, but never all of what was one write.
        assertThat(reads).isGreaterThan(1);
        say(server, 2000);
        hear(client, 2000);
    }

    @Test
    void latencyHoldsEachPortionBack() throws Exception {
        proxy.next(Plan.PASS.with(Direction.TOWARDS_CLIENT, Flow.FREE.withLatency(Duration.ofMillis(150))));
        Socket client = connect();
        Socket server = server();
        long before = System.nanoTime();
        say(client, 10);
        hear(server, 10);
        say(server, 10);
        hear(client, 10);
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(150));
    }

    @Test
    void aSlowReaderKeepsItsPace() throws Exception {
        proxy.next(Plan.PASS.with(Direction.TOWARDS_SERVER, Flow.FREE.atBytesPerSecond(100_000)));
        Socket client = connect();
        Socket server = server();
        long before = System.nanoTime();
        say(client, 40_000);
        hear(server, 40_000);
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(350));
    }

    @Test
    void aStalledDirectionHoldsItsSenderUp() throws Exception {
        proxy.next(Plan.cut(Direction.TOWARDS_SERVER, 10, Fate.STALL));
        Socket client = connect();
        Socket server = server();
        Thread sender = new Thread(() -> {
            try {
                say(client, 20_000_000);
            } catch (IOException e) {
                // The end of the test.
            }
        });
        sender.setDaemon(true);
        sender.start();
        hear(server, 10);
        await().during(Duration.ofMillis(200)).until(sender::isAlive);
        say(server, 10); // The other direction goes on.
        hear(client, 10);
        proxy.cutAll();
        sender.join(10_000);
        assertThat(sender.isAlive()).isFalse();
    }

    @Test
    void withoutAServerAConnectionIsReset() throws Exception {
        InetSocketAddress nobody;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), gone.getLocalPort());
        }
        try (CuttingProxy lonely = new CuttingProxy(nobody);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), lonely.port())) {
            client.setSoTimeout(10_000);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }
}
