package io.xlink.iwfm.protocol;

import com.google.protobuf.MessageLite;
import io.netty.pkitesting.X509Bundle;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ServerFrame;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * Somebody between client and server who has a certificate of his own that the client trusts, as TLS inspection has,
 * reads everything and changes what he likes.
 */
final class TlsInspection implements AutoCloseable {
    private final SSLServerSocket listening;
    private final SSLContext towardsServer;
    private final InetSocketAddress target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    volatile UnaryOperator<ServerFrame> fromServer = UnaryOperator.identity();
    volatile UnaryOperator<ClientFrame> fromClient = UnaryOperator.identity();

    TlsInspection(X509Bundle own, X509Bundle serversAuthority, InetSocketAddress target) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.toKeyManagerFactory().getKeyManagers(), null, null);
        listening = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        towardsServer = SSLContext.getInstance("TLS");
        towardsServer.init(null, serversAuthority.toTrustManagerFactory().getTrustManagers(), null);
        this.target = target;
        daemon(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = towardsServer.getSocketFactory().createSocket(target.getAddress(), target.getPort());
                open.addAll(List.of(client, server));
                daemon(() -> pump(client, server, bytes -> fromClient.apply(ClientFrame.parseFrom(bytes))));
                daemon(() -> pump(server, client, bytes -> fromServer.apply(ServerFrame.parseFrom(bytes))));
            } catch (IOException e) {
                // Closed, or one connection failed.
            }
        }
    }

    private interface Change {
        MessageLite of(byte[] frame) throws IOException;
    }

    private static void pump(Socket from, Socket to, Change change) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            DataOutputStream out = new DataOutputStream(to.getOutputStream());
            while (true) {
                byte[] frame = new byte[in.readInt()];
                in.readFully(frame);
                byte[] changed = change.of(frame).toByteArray();
                byte[] all = java.nio.ByteBuffer.allocate(4 + changed.length)
                        .putInt(changed.length)
                        .put(changed)
                        .array();
                out.write(all);
                out.flush();
            }
        } catch (IOException e) {
            // One side ended.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "inspection");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
