package io.xlink.server;

import io.xlink.config.RouteFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reference server as a running program: one Camel Main with the route {@code wfm-server} for plain connections,
 * {@code wfm-server-tls} for TLS, or both.
 */
public final class ServerProgram implements AutoCloseable {
    /** The built-in routes of the server. */
    public static final List<String> ROUTES =
            List.of("wfm-requests.camel.yaml", "wfm-server.camel.yaml", "wfm-server-tls.camel.yaml");

    private static final Logger LOG = LoggerFactory.getLogger(ServerProgram.class);

    private final ServerStore store;
    private final UserAccounts accounts;
    private final Main main;

    private ServerProgram(ServerStore store, UserAccounts accounts, Main main) {
        this.store = store;
        this.accounts = accounts;
        this.main = main;
    }

    /**
     * Starts the server and returns when it listens.
     *
     * @param conf the directory with {@code server.yaml}
     * @param data the directory of the store and the users, made when there is none
     * @param port replaces the port of {@code listen}, or of {@code tls} when there is no plain one
     * @throws io.xlink.config.ConfigException when {@code server.yaml} cannot be used
     */
    public static ServerProgram start(Path conf, Path data, OptionalInt port) throws Exception {
        ServerConfig config = ServerFile.read(conf.resolve("server.yaml"));
        ServerStore store = ServerStore.open(data, config.catalogue());
        UserAccounts accounts = UserAccounts.open(data);
        Main main = new Main();
        // Who starts this program ends it, too: it may be one of two in a process.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.configure()
                .withName("wfm-server")
                .withAutoConfigurationLogSummary(false)
                .withBasePackageScanEnabled(false)
                .withRoutesIncludePattern(String.join(",", new RouteFiles(conf).of(routes(config))));
        main.configure().setShutdownTimeout(30);
        properties(config, port).forEach(main::addInitialProperty);
        config.tls().ifPresent(tls -> main.bind("tlsMaterial", tls.material()));
        main.bind("accounts", accounts);
        main.bind("store", store);
        main.bind("catalogue", config);
        ServerProgram program = new ServerProgram(store, accounts, main);
        try {
            main.start();
        } catch (Exception e) {
            program.close();
            throw e;
        }
        LOG.info("server {} is up", config.name());
        if (accounts.list().isEmpty()) {
            LOG.warn(
                    "server {} has no users yet: nobody can log in. Add one: xlink server user add xlink",
                    config.name());
        }
        return program;
    }

    private static List<String> routes(ServerConfig config) {
        return ROUTES.stream()
                .filter(route -> !route.equals("wfm-server.camel.yaml")
                        || config.listen().isPresent())
                .filter(route -> !route.equals("wfm-server-tls.camel.yaml")
                        || config.tls().isPresent())
                .toList();
    }

    /** What the routes' placeholders stand for. */
    private static Map<String, String> properties(ServerConfig config, OptionalInt port) {
        Map<String, String> properties = new HashMap<>();
        properties.put("xlink.server.name", config.name());
        config.listen().ifPresent(listen -> properties.put("xlink.server.listen", at(listen, port)));
        config.tls().ifPresent(tls -> {
            OptionalInt chosen = config.listen().isPresent() ? OptionalInt.empty() : port;
            properties.put("xlink.server.tls.listen", at(tls.listen(), chosen));
        });
        return properties;
    }

    private static String at(ServerConfig.Listen listen, OptionalInt port) {
        return new ServerConfig.Listen(listen.host(), port.orElse(listen.port())).toString();
    }

    @Override
    public void close() throws Exception {
        try {
            main.stop();
        } finally {
            store.close();
            accounts.close();
        }
    }
}
