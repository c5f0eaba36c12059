package io.xlink.iwfm.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small HTTP proxy that knows CONNECT, and one name of its own. */
public final class ConnectProxy implements AutoCloseable {
    /** What the proxy takes for the loopback address; nobody else knows it. */
    public static final String KNOWN_NAME = "wfm.inside.invalid";

    private final ServerSocket server;
    private final String credentials;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    /** The first lines of what was asked. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    /** @param credentials the value of Proxy-Authorization that is asked for, null for none */
    public ConnectProxy(String credentials) throws IOException {
        this.credentials = credentials;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            sockets.add(client);
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
        String first = in.readLine();
        requests.add(first);
        boolean allowed = credentials == null;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            allowed |= line.equalsIgnoreCase("proxy-authorization: " + credentials);
        }
        if (!allowed) {
            answer(client, "407 Proxy Authentication Required");
            client.close();
            return;
        }
        String target = first.split(" ", -1)[1];
        int colon = target.lastIndexOf(':');
        String host = target.substring(0, colon);
        InetAddress address = host.equals(KNOWN_NAME) ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host);
        Socket upstream = new Socket(address, Integer.parseInt(target.substring(colon + 1)));
        sockets.add(upstream);
        answer(client, "200 Connection established");
        start(() -> pipe(client, upstream));
        pipe(upstream, client);
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void pipe(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The other side is gone, which ends the work.
                    }
                },
                "test-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
