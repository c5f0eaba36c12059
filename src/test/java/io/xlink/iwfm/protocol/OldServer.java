package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.ServerFrame;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a listener and makes its welcome that of minor version 0. Takes one connection. */
final class OldServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    OldServer(InetSocketAddress listener) throws IOException {
        start(() -> {
            try (Socket client = socket.accept();
                    Socket server = new Socket(listener.getAddress(), listener.getPort())) {
                start(() -> {
                    try {
                        client.getInputStream().transferTo(server.getOutputStream());
                    } catch (IOException e) {
                        // The test is over.
                    }
                });
                DataInputStream in = new DataInputStream(server.getInputStream());
                DataOutputStream out = new DataOutputStream(client.getOutputStream());
                byte[] body = new byte[in.readInt()];
                in.readFully(body);
                ServerFrame.Builder welcome = ServerFrame.parseFrom(body).toBuilder();
                welcome.getWelcomeBuilder().setMinor(0);
                body = welcome.build().toByteArray();
                out.writeInt(body.length);
                out.write(body);
                out.flush();
                in.transferTo(out);
            } catch (IOException e) {
                // The test is over.
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    private static void start(Runnable copying) {
        Thread thread = new Thread(copying, "old-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
