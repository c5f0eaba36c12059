package io.xlink.importer;

import io.xlink.config.ConfigException;
import io.xlink.config.RouteFiles;
import io.xlink.server.ServerProgram;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The routes of an importer and the properties that they use, as text: what runs stays as it is when the files change.
 *
 * @param routes files that an administrator made, and built-in ones
 * @param properties application.properties
 */
record RouteTexts(List<Route> routes, Properties properties) {
    /** The built-in routes of the importer. */
    private static final List<String> BUILT_IN = List.of(
            "csv-phonelink.camel.yaml", "csv-timelink.camel.yaml", "database.camel.yaml", "staleness.camel.yaml");

    private static final String FILE = "file:";

    /**
     * A file of routes.
     *
     * @param location where it is: a resource of the program, or a file
     * @param text its content; empty for a resource of the program
     */
    record Route(String location, String text) {
        boolean isOwn() {
            return location.startsWith(FILE);
        }

        Resource resource(CamelContext context) {
            return isOwn()
                    ? ResourceHelper.fromString(location, text)
                    : ResourceHelper.resolveResource(context, location);
        }
    }

    RouteTexts {
        routes = List.copyOf(routes);
    }

    /**
     * Reads them.
     *
     * @param conf the configuration directory
     * @throws ConfigException when a file cannot be read
     */
    static RouteTexts read(Path conf) {
        List<Route> routes = new ArrayList<>();
        for (String location : new RouteFiles(conf).withOwn(BUILT_IN, ServerProgram.ROUTES)) {
            routes.add(new Route(location, location.startsWith(FILE) ? text(location) : ""));
        }
        return new RouteTexts(routes, properties(conf.resolve("application.properties")));
    }

    private static String text(String location) {
        Path file = Path.of(location.substring(FILE.length()));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigException(
                    file, 0, "cannot be read: " + e, "Save it as UTF-8, and let the importer read it");
        }
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new ConfigException(file, 0, "cannot be read: " + e.getMessage(), "Save it as UTF-8");
            }
        }
        return properties;
    }

    /** Adds the routes to a context. */
    void load(CamelContext context) throws Exception {
        List<Resource> resources =
                routes.stream().map(route -> route.resource(context)).toList();
        PluginHelper.getRoutesLoader(context).loadRoutes(resources);
    }

    /**
     * Tries whether Camel understands the files, in a context that is never started.
     *
     * @throws ConfigException when it does not
     */
    void check() {
        for (Route route : routes) {
            if (!route.isOwn()) {
                continue;
            }
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                PluginHelper.getRoutesLoader(context).loadRoutes(route.resource(context));
            } catch (Exception e) {
                Path file = Path.of(route.location().substring(FILE.length()));
                throw new ConfigException(
                        file, 0, "is no file of routes: " + Causes.message(e), "Correct it, or take it away");
            }
        }
    }
}
