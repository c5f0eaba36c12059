package io.xlink.source.odbc;

import io.xlink.Needs;
import java.nio.file.Path;

/** The drivers that tests use, each from a package of its own. */
public final class OdbcDrivers {
    private OdbcDrivers() {}

    public static Path sqlite() {
        return driver("libsqlite3odbc.so", "libsqliteodbc");
    }

    public static Path postgres() {
        return driver("psqlodbcw.so", "odbc-postgresql");
    }

    public static Path mariadb() {
        return driver("libmaodbc.so", "odbc-mariadb");
    }

    private static Path driver(String library, String debianPackage) {
        boolean manager = true;
        try {
            OdbcFunctions.load();
        } catch (OdbcException e) {
            manager = false;
        }
        Needs.installed(manager, "unixodbc");
        Needs.installed(DriverLibrary.find(library, "").isPresent(), debianPackage);
        return DriverLibrary.find(library, "").orElseThrow();
    }
}
