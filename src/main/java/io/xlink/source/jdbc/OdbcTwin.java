package io.xlink.source.jdbc;

import io.xlink.config.Secret;
import io.xlink.source.odbc.Attributes;
import io.xlink.source.odbc.DataSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Translates a data source of {@code odbc.ini} for the JDBC driver of the same database, where there is one. */
final class OdbcTwin {
    private OdbcTwin() {}

    /** @return empty when the database is not known, or the definition does not say enough */
    static Optional<JdbcAddress> of(DataSource source) {
        if (source.definition().isEmpty()) {
            return Optional.empty();
        }
        Attributes definition = source.definition().get();
        String driver =
                source.library().map(file -> String.valueOf(file.getFileName())).orElse("") + " " + source.driver();
        Optional<Product> product = Product.ofOdbcDriver(driver);
        Map<String, String> properties = new LinkedHashMap<>();
        return product.flatMap(known -> url(known, definition, properties))
                .map(url -> new JdbcAddress(
                        source.name(),
                        url,
                        first(definition, "UserName", "UID", "User", "LogonID"),
                        first(definition, "Password", "PWD").map(Secret::new),
                        properties,
                        source.file().map(file -> file + ":" + source.line()).orElse("odbc.ini")));
    }

    private static Optional<String> url(Product product, Attributes definition, Map<String, String> properties) {
        Optional<String> host = first(definition, "Servername", "Server", "Host", "Address");
        Optional<String> database = first(definition, "Database", "DB", "DBQ");
        Optional<String> port = first(definition, "Port", "PortNumber");
        return switch (product) {
            case POSTGRESQL -> {
                first(definition, "SSLmode").ifPresent(mode -> properties.put("sslmode", mode));
                yield database.map(name -> "jdbc:postgresql://" + host.orElse("localhost") + ":" + port.orElse("5432")
                        + "/" + encoded(name));
            }
            case MARIADB -> {
                boolean socket = first(definition, "Socket").isPresent() && host.isEmpty();
                yield socket
                        ? Optional.empty()
                        : Optional.of("jdbc:mariadb://" + host.orElse("localhost") + ":" + port.orElse("3306") + "/"
                                + encoded(database.orElse("")));
            }
            case SQL_SERVER -> host.map(name -> sqlServer(name, port, database));
            case SQLITE -> database.map(file -> "jdbc:sqlite:" + file);
            case ORACLE -> first(definition, "DBQ", "ServerName", "TNSName").map(name -> "jdbc:oracle:thin:@" + name);
            case INFORMIX -> informix(definition, host, database);
            default -> Optional.empty();
        };
    }

    /** ODBC writes {@code tcp:host\instance,port}. */
    private static String sqlServer(String server, Optional<String> port, Optional<String> database) {
        String host = server.replaceFirst("^(?i)tcp:", "");
        int comma = host.indexOf(',');
        String place = comma < 0
                ? host + port.map(number -> ":" + number).orElse("")
                : host.substring(0, comma) + ":" + host.substring(comma + 1).strip();
        return "jdbc:sqlserver://" + place
                + database.map(name -> ";databaseName=" + name).orElse("");
    }

    private static Optional<String> informix(Attributes definition, Optional<String> host, Optional<String> database) {
        Optional<String> service = first(definition, "Service", "Port");
        Optional<String> machine = first(definition, "HostName", "Host");
        Optional<String> server = first(definition, "ServerName", "Server");
        boolean enough = service.filter(text -> text.matches("\\d+")).isPresent()
                && (machine.isPresent() || host.isPresent())
                && server.isPresent();
        return enough
                ? Optional.of("jdbc:informix-sqli://" + machine.or(() -> host).orElseThrow() + ":" + service.get() + "/"
                        + database.orElse("") + ":INFORMIXSERVER=" + server.get())
                : Optional.empty();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Optional<String> first(Attributes definition, String... keys) {
        for (String key : keys) {
            Optional<String> value = definition.value(key).filter(text -> !text.isEmpty());
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }
}
