package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ServerFrame;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A client without manners: says whatever a test wants it to say. */
final class RawPeer implements AutoCloseable {
    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final DataOutputStream out;

    RawPeer(InetSocketAddress address) throws IOException {
        socket.setSoTimeout(10_000);
        socket.connect(address, 5000);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    void bytes(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void say(ClientFrame.Builder frame) throws IOException {
        byte[] body = frame.build().toByteArray();
        out.writeInt(body.length);
        bytes(body);
    }

    ServerFrame hear() throws IOException {
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        return ServerFrame.parseFrom(body);
    }

    /** Logs in the way a client does. */
    void logIn(ClientSettings settings) throws Exception {
        logIn(settings, ByteString.EMPTY);
    }

    void logIn(ClientSettings settings, ByteString client) throws Exception {
        ClientLogin login = new ClientLogin(settings, java.util.Optional.empty());
        say(ClientLogin.hello(settings, client).toBuilder());
        while (true) {
            var next = login.next(hear());
            if (next.isEmpty()) {
                return;
            }
            say(next.get().toBuilder());
        }
    }

    /** Reads on to the last words and checks that the connection ends after them. */
    String goodbye() throws IOException {
        while (true) {
            ServerFrame frame = hear();
            if (frame.hasGoodbye()) {
                try {
                    hear();
                    throw new AssertionError("something came after the last words");
                } catch (EOFException e) {
                    return frame.getGoodbye().getReason();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
