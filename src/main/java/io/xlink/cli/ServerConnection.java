package io.xlink.cli;

import io.xlink.config.WfmServer;
import io.xlink.importer.InstalledSystems;
import io.xlink.iwfm.protocol.ClientSettings;
import io.xlink.iwfm.protocol.ClientTls;
import io.xlink.iwfm.protocol.IwfmClient;
import io.xlink.iwfm.protocol.IwfmThreads;
import io.xlink.iwfm.protocol.Password;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import io.xlink.model.Catalogue;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** A login at one server for the length of a command. */
final class ServerConnection implements AutoCloseable {
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final IwfmClient client;
    private final IwfmThreads threads;

    private ServerConnection(IwfmClient client, IwfmThreads threads) {
        this.client = client;
        this.threads = threads;
    }

    /**
     * Connects and logs in, once.
     *
     * @throws io.xlink.iwfm.protocol.TlsMaterialException when the trusted certificates cannot be used
     * @throws io.xlink.iwfm.protocol.ServerUnavailableException when there is no connection
     * @throws io.xlink.iwfm.protocol.LoginRefusedException when user or password is wrong
     */
    static ServerConnection open(WfmServer server) throws Exception {
        return open(server, certificates -> {});
    }

    /** What a server says about itself, to a client that looks at its certificates too ({@link ClientTls#of}). */
    static Catalogue catalogue(WfmServer server, Consumer<List<X509Certificate>> certificates) throws Exception {
        try (ServerConnection connection = open(server, certificates)) {
            return connection.catalogue();
        }
    }

    private static ServerConnection open(WfmServer server, Consumer<List<X509Certificate>> certificates)
            throws Exception {
        ClientSettings plain = ClientSettings.of(
                server.index(),
                server.name(),
                server.host(),
                server.port(),
                server.user(),
                Password.of(server.password().reveal()));
        ClientSettings settings = InstalledSystems.tls(server)
                .map(material -> plain.with(ClientTls.of(material, certificates)))
                .orElse(plain);
        IwfmThreads threads = new IwfmThreads("xlink-command");
        ServerConnection connection = new ServerConnection(new IwfmClient(settings, threads), threads);
        try {
            connection.client.start();
            connection.client.awaitReady(WAIT);
            return connection;
        } catch (Exception e) {
            connection.close();
            throw e;
        }
    }

    Catalogue catalogue() throws Exception {
        return result(client.catalogue());
    }

    ExportSlice export(ExportQuery query) throws Exception {
        return result(client.export(query));
    }

    ActivitySlice exportActivities(ActivityQuery query) throws Exception {
        return result(client.exportActivities(query));
    }

    private static <T> T result(CompletableFuture<T> answer) throws Exception {
        try {
            // The client itself limits how long a request may take.
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Override
    public void close() {
        client.close();
        threads.close();
    }
}
