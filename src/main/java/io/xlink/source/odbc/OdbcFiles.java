package io.xlink.source.odbc;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where unixODBC keeps its definitions, in the order in which they are looked for. {@code ODBCINI} stands in for the
 * user's file and {@code ODBCSYSINI} for the directory of the machine's.
 *
 * @param conf the configuration directory, which comes first; empty when there is none
 * @param environment environment variables
 * @param home the user's directory
 */
record OdbcFiles(Optional<Path> conf, Map<String, String> environment, Path home) {
    private static final String MACHINE = "/etc";

    OdbcFiles(Path conf, Map<String, String> environment, Path home) {
        this(Optional.of(conf), environment, home);
    }

    /** The file whose data sources are ours, because the driver manager does not read it. */
    Optional<Path> own() {
        return conf.map(directory -> directory.resolve("odbc.ini"));
    }

    List<Path> dataSources() {
        String user = set("ODBCINI");
        Path users = user.isEmpty() ? home.resolve(".odbc.ini") : Path.of(user);
        return Stream.concat(own().stream(), Stream.of(users, machine("odbc.ini")))
                .toList();
    }

    List<Path> drivers() {
        String name = set("ODBCINSTINI");
        return List.of(home.resolve(".odbcinst.ini"), machine(name.isEmpty() ? "odbcinst.ini" : name));
    }

    private Path machine(String name) {
        String directory = set("ODBCSYSINI");
        return Path.of(directory.isEmpty() ? MACHINE : directory).resolve(name);
    }

    private String set(String variable) {
        return environment.getOrDefault(variable, "");
    }
}
