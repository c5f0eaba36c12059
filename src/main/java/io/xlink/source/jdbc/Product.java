package io.xlink.source.jdbc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Databases whose JDBC driver is known: how it is found, and what it must be told so that no wait is without a limit. */
enum Product {
    POSTGRESQL("jdbc:postgresql:", "", List.of("psqlodbc", "postgresql")) {
        @Override
        Map<String, String> settings(int login, int read) {
            return Map.of(
                    "connectTimeout",
                    String.valueOf(login),
                    "loginTimeout",
                    String.valueOf(login),
                    "socketTimeout",
                    String.valueOf(read),
                    "tcpKeepAlive",
                    "true",
                    // An id is compared as what the column is, however it is bound.
                    "stringtype",
                    "unspecified",
                    "ApplicationName",
                    "xlink");
        }
    },
    MARIADB("jdbc:mariadb:", "", List.of("maodbc", "myodbc", "mariadb", "mysql")) {
        @Override
        Map<String, String> settings(int login, int read) {
            return Map.of("connectTimeout", String.valueOf(login * 1000), "socketTimeout", String.valueOf(read * 1000));
        }
    },
    SQL_SERVER("jdbc:sqlserver:", "", List.of("msodbcsql", "tdsodbc", "freetds", "sql server")) {
        @Override
        Map<String, String> settings(int login, int read) {
            return Map.of(
                    "loginTimeout",
                    String.valueOf(login),
                    "socketTimeout",
                    String.valueOf(read * 1000),
                    "applicationIntent",
                    "ReadOnly",
                    "applicationName",
                    "xlink");
        }
    },
    SQLITE("jdbc:sqlite:", "", List.of("sqlite")) {
        @Override
        Map<String, String> settings(int login, int read) {
            // Opens the file for reading alone; a writer is waited for this long.
            return Map.of("open_mode", "1", "busy_timeout", String.valueOf(login * 1000));
        }
    },
    H2("jdbc:h2:", "", List.of()),
    ORACLE(
            "jdbc:oracle:",
            "ojdbc11.jar (Oracle calls it \"Oracle JDBC driver for JDK 11 and newer\")",
            List.of("sqora", "oracle")) {
        @Override
        Map<String, String> settings(int login, int read) {
            return Map.of(
                    "oracle.net.CONNECT_TIMEOUT", String.valueOf(login * 1000),
                    "oracle.jdbc.ReadTimeout", String.valueOf(read * 1000));
        }
    },
    INFORMIX(
            "jdbc:informix-sqli:",
            "the jar informix-jdbc of IBM or HCL, version 4.50 or later",
            List.of("iclit", "iclis", "informix")),
    MYSQL("jdbc:mysql:", "mysql-connector-j.jar", List.of()) {
        @Override
        Map<String, String> settings(int login, int read) {
            return Map.of("connectTimeout", String.valueOf(login * 1000), "socketTimeout", String.valueOf(read * 1000));
        }
    },
    CACHE("jdbc:Cache:", "cachejdbc.jar of the InterSystems installation", List.of()),
    ODBC("jdbc:odbc:", "", List.of()),
    OTHER("jdbc:", "the database's JDBC driver", List.of());

    private final String prefix;
    private final String toFetch;
    private final List<String> odbcDrivers;

    Product(String prefix, String toFetch, List<String> odbcDrivers) {
        this.prefix = prefix;
        this.toFetch = toFetch;
        this.odbcDrivers = odbcDrivers;
    }

    static Product of(String url) {
        return Arrays.stream(values())
                .filter(product -> url.regionMatches(true, 0, product.prefix, 0, product.prefix.length()))
                .findFirst()
                .orElse(OTHER);
    }

    /**
     * The product whose ODBC driver this is.
     *
     * @param driver name or library
     */
    static Optional<Product> ofOdbcDriver(String driver) {
        String lower = driver.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(product -> product.odbcDrivers.stream().anyMatch(lower::contains))
                .findFirst();
    }

    /** The jar to put into lib/ext; empty when the driver is shipped. */
    Optional<String> toFetch() {
        return Optional.of(toFetch).filter(text -> !text.isEmpty());
    }

    /**
     * Settings of the driver.
     *
     * @param login how long a login may take, in seconds
     * @param read how long the database may be silent, in seconds
     */
    Map<String, String> settings(int login, int read) {
        return Map.of();
    }
}
