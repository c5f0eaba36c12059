package io.xlink.iwfm;

import io.xlink.iwfm.protocol.ClientSettings;
import io.xlink.iwfm.protocol.ClientState;
import io.xlink.iwfm.protocol.IwfmClient;
import io.xlink.iwfm.protocol.IwfmThreads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client for each server and user, shared by the endpoints that need it and closed with the last of them. */
final class SharedClients implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IwfmComponent.class);

    private final IwfmThreads threads;
    private final Watch watch;
    private final Map<Key, Shared> clients = new HashMap<>();

    SharedClients(IwfmThreads threads, Watch watch) {
        this.threads = threads;
        this.watch = watch;
    }

    /**
     * The client for these settings, started. There is one connection, so imports keep their order; timeouts, delays,
     * limits and proxy are therefore those of whoever came first, and a warning tells whoever wants others.
     *
     * @throws IllegalArgumentException when it is in use with another password or other TLS
     */
    synchronized IwfmClient acquire(ClientSettings settings) {
        Key key = Key.of(settings);
        Shared shared = clients.get(key);
        if (shared == null) {
            shared = new Shared(new IwfmClient(settings, threads));
            clients.put(key, shared);
            shared.client.start();
            watch.opened(shared.client);
        } else {
            check(shared.client.settings(), settings);
        }
        shared.users++;
        return shared.client;
    }

    private static void check(ClientSettings used, ClientSettings wanted) {
        String server = wanted.user() + " at " + wanted.host() + ":" + wanted.port();
        if (!used.password().equals(wanted.password())) {
            throw new IllegalArgumentException("user " + server + " is given with two different passwords");
        }
        if (!used.tls().equals(wanted.tls())) {
            throw new IllegalArgumentException("user " + server + " is given with two different settings of TLS");
        }
        if (!shownParts(used).equals(shownParts(wanted))) {
            LOG.warn(
                    "Endpoints of user {} share one connection, which goes on with {}; not used: {}."
                            + " Give these endpoints the same options, or set them on the component",
                    server,
                    shownParts(used),
                    shownParts(wanted));
        }
    }

    private static List<Object> shownParts(ClientSettings settings) {
        return List.of(settings.timeouts(), settings.backoff(), settings.limits(), settings.proxy());
    }

    synchronized void release(IwfmClient client) {
        Key key = Key.of(client.settings());
        Shared shared = clients.get(key);
        if (shared != null && shared.client == client && --shared.users == 0) {
            clients.remove(key);
            close(client);
        }
    }

    /** A client of a server, one that is logged in if there is any; empty when there is none. */
    synchronized Optional<IwfmClient> of(String host, int port) {
        Optional<IwfmClient> found = Optional.empty();
        for (Map.Entry<Key, Shared> entry : clients.entrySet()) {
            Key key = entry.getKey();
            if (key.host.equals(host)
                    && key.port == port
                    && found.filter(client -> client.state() == ClientState.READY)
                            .isEmpty()) {
                found = Optional.of(entry.getValue().client);
            }
        }
        return found;
    }

    /** The clients in use at the moment. */
    synchronized List<IwfmClient> all() {
        return clients.values().stream().map(s -> s.client).toList();
    }

    @Override
    public synchronized void close() {
        clients.values().forEach(s -> close(s.client));
        clients.clear();
    }

    private void close(IwfmClient client) {
        watch.closed(client);
        client.close();
    }

    private record Key(String host, int port, String user) {
        static Key of(ClientSettings settings) {
            return new Key(settings.host(), settings.port(), settings.user());
        }
    }

    private static final class Shared {
        private final IwfmClient client;
        private int users;

        Shared(IwfmClient client) {
            this.client = client;
        }
    }
}
