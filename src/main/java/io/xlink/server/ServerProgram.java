package io.xlink.server;

import io.xlink.config.RouteFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reference server as a running program: one Camel Main with the route {@code wfm-server}. */
public final class ServerProgram implements AutoCloseable {
    private static final List<String> ROUTES = List.of("wfm-server.camel.yaml");
    private static final Logger LOG = LoggerFactory.getLogger(ServerProgram.class);

    private final CallDataStore store;
    private final UserAccounts accounts;
    private final Main main;

    private ServerProgram(CallDataStore store, UserAccounts accounts, Main main) {
        this.store = store;
        this.accounts = accounts;
        this.main = main;
    }

    /**
     * Starts the server and returns when it listens.
     *
     * @param conf the directory with {@code server.yaml}
     * @param data the directory of the store and the users, made when there is none
     * @param port replaces the port of {@code listen}
     * @throws io.xlink.config.ConfigException when {@code server.yaml} cannot be used
     */
    public static ServerProgram start(Path conf, Path data, OptionalInt port) throws Exception {
        ServerConfig config = ServerFile.read(conf.resolve("server.yaml"));
        CallDataStore store = CallDataStore.open(data, config.catalogue());
        UserAccounts accounts = UserAccounts.open(data);
        Main main = new Main();
        // Who starts this program ends it, too: it may be one of two in a process.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.configure()
                .withName("wfm-server")
                .withAutoConfigurationLogSummary(false)
                .withBasePackageScanEnabled(false)
                .withRoutesIncludePattern(String.join(",", new RouteFiles(conf).of(ROUTES)));
        main.configure().setShutdownTimeout(30);
        ServerConfig.Listen listen = new ServerConfig.Listen(
                config.listen().host(), port.orElse(config.listen().port()));
        main.addInitialProperty("xlink.server.listen", listen.toString());
        main.addInitialProperty("xlink.server.name", config.name());
        main.bind("accounts", accounts);
        main.bind("callData", store);
        main.bind("catalogue", config);
        ServerProgram program = new ServerProgram(store, accounts, main);
        try {
            main.start();
        } catch (Exception e) {
            program.close();
            throw e;
        }
        LOG.info("server {} listens on {}", config.name(), listen);
        if (accounts.list().isEmpty()) {
            LOG.warn(
                    "server {} has no users yet: nobody can log in. Add one: xlink server user add xlink",
                    config.name());
        }
        return program;
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
