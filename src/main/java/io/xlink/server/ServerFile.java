package io.xlink.server;

import io.xlink.config.ConfigException;
import io.xlink.iwfm.protocol.ListenerTls;
import io.xlink.iwfm.protocol.TlsMaterialException;
import io.xlink.model.Catalogue;
import io.xlink.server.ServerConfig.Listen;
import io.xlink.server.ServerConfig.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads {@code server.yaml}, the reference server's catalogue. Text is UTF-8 or, with a byte order mark, UTF-16. A
 * missing {@code listen} is 127.0.0.1:45054 (specification, section 3, isps.cfg: the default port), unless {@code tls}
 * says where to listen: who asks for TLS alone gets no plain port beside it. Paths are relative to the file's own
 * directory.
 */
public final class ServerFile {
    private static final List<String> KEYS =
            List.of("name", "listen", "tls", "queues", "valueTypes", "externalSystems", "activities", "employees");

    private static final Listen DEFAULT_LISTEN = new Listen("127.0.0.1", 45054);

    private ServerFile() {}

    /**
     * Reads the file.
     *
     * @throws ConfigException when it cannot be read or used; the message names file, line and column, what is wrong
     *     and what to do
     */
    public static ServerConfig read(Path file) {
        YamlObject root = new YamlObject(file, compose(file), "the server", KEYS);
        Catalogue catalogue = new CatalogueReader(root).read();
        Optional<Tls> tls = root.value("tls").map(node -> tls(file, node));
        Optional<Listen> listen = root.value("listen").map(node -> listen(root));
        if (listen.isEmpty() && tls.isEmpty()) {
            listen = Optional.of(DEFAULT_LISTEN);
        }
        return new ServerConfig(catalogue.server(), listen, tls, catalogue);
    }

    private static Node compose(Path file) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setUseMarks(true)
                .build();
        try (InputStream in = Files.newInputStream(file)) {
            return new Compose(settings)
                    .composeInputStream(in)
                    .orElseThrow(() -> new ConfigException(file, 0, "the file is empty", "Write at least name: WFM"));
        } catch (MarkedYamlEngineException e) {
            throw YamlObject.error(
                    file,
                    e.getProblemMark().or(e::getContextMark),
                    "not valid YAML: " + (e.getContext() == null ? "" : e.getContext() + ", ") + e.getProblem(),
                    "Check indentation, brackets and quotes here and just above");
        } catch (YamlEngineException e) {
            throw new ConfigException(
                    file,
                    0,
                    "not valid YAML: " + e.getMessage().lines().findFirst().orElse(""),
                    "Save it as UTF-8");
        } catch (IOException e) {
            throw new ConfigException(
                    file, 0, "cannot be read (" + e.getClass().getSimpleName() + ")", "Check the path and permissions");
        }
    }

    private static Tls tls(Path file, Node node) {
        YamlObject tls = new YamlObject(file, node, "tls", List.of("listen", "certificate", "key"));
        Path certificate = pem(tls, "certificate");
        Path key = pem(tls, "key");
        Tls found = new Tls(listen(tls), certificate, key);
        try {
            ListenerTls.of(found.material(), false);
        } catch (TlsMaterialException e) {
            String about = e.what().startsWith(certificate.toString()) ? "certificate" : "key";
            throw tls.error(tls.at(about), e.what(), e.remedy());
        }
        return found;
    }

    private static Path pem(YamlObject tls, String key) {
        Path path = tls.file().resolveSibling(tls.text(key));
        if (!Files.isReadable(path)) {
            throw tls.error(
                    tls.at(key), key + " " + path + " cannot be read", "Put the PEM file there or correct the path");
        }
        return path;
    }

    private static Listen listen(YamlObject object) {
        String text = object.text("listen");
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (host.indexOf(':') >= 0) {
            host = "";
        }
        int port = port(text.substring(colon + 1));
        if (host.isEmpty() || port < 0) {
            throw object.error(
                    object.at("listen"),
                    "listen address " + text + " is not host:port",
                    "Write it like 127.0.0.1:45054 or [::1]:45054");
        }
        return new Listen(host, port);
    }

    /** The port, or -1 when the text is none. */
    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port > 65535 ? -1 : port;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
