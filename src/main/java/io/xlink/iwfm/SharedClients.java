package io.xlink.iwfm;

import io.xlink.iwfm.protocol.ClientSettings;
import io.xlink.iwfm.protocol.ClientState;
import io.xlink.iwfm.protocol.IwfmClient;
import io.xlink.iwfm.protocol.IwfmThreads;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One client for each server and user, shared by the endpoints that need it and closed with the last of them. */
final class SharedClients implements AutoCloseable {
    private final IwfmThreads threads;
    private final Map<Key, Shared> clients = new HashMap<>();

    SharedClients(IwfmThreads threads) {
        this.threads = threads;
    }

    /**
     * The client for these settings, started. Limits and delays are those of whoever came first.
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
        } else if (!shared.client.settings().password().equals(settings.password())) {
            throw new IllegalArgumentException("user " + settings.user() + " at " + settings.host() + ":"
                    + settings.port() + " is given with two different passwords");
        } else if (!shared.client.settings().tls().equals(settings.tls())) {
            throw new IllegalArgumentException("user " + settings.user() + " at " + settings.host() + ":"
                    + settings.port() + " is given with two different settings of TLS");
        }
        shared.users++;
        return shared.client;
    }

    synchronized void release(IwfmClient client) {
        Key key = Key.of(client.settings());
        Shared shared = clients.get(key);
        if (shared != null && shared.client == client && --shared.users == 0) {
            clients.remove(key);
            client.close();
        }
    }

    /** The best state among the clients of a server; empty when there is none. */
    synchronized Optional<ClientState> state(String host, int port) {
        Optional<ClientState> found = Optional.empty();
        for (Map.Entry<Key, Shared> entry : clients.entrySet()) {
            Key key = entry.getKey();
            if (key.host.equals(host)
                    && key.port == port
                    && found.filter(ClientState.READY::equals).isEmpty()) {
                found = Optional.of(entry.getValue().client.state());
            }
        }
        return found;
    }

    @Override
    public synchronized void close() {
        clients.values().forEach(s -> s.client.close());
        clients.clear();
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
