package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.iwfm.wire.Welcome;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** Stands before a listener and makes its welcome that of another version. Takes one connection. */
final class OtherServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    OtherServer(InetSocketAddress listener, Consumer<Welcome.Builder> change) throws IOException {
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
                change.accept(welcome.getWelcomeBuilder());
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
        Thread thread = new Thread(copying, "other-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
