package io.xlink.source.odbc;

import io.xlink.it.TestDatabase;
import java.nio.file.Path;

/** URLs, without data sources, of the databases that tests have. */
public final class OdbcUrls {
    private OdbcUrls() {}

    public static String sqlite(Path file) {
        return "jdbc:odbc:Driver=" + OdbcDrivers.sqlite() + ";Database=" + file;
    }

    public static String postgres(TestDatabase database) {
        return "jdbc:odbc:Driver=" + OdbcDrivers.postgres() + ";Servername=" + database.host() + ";Port="
                + database.port() + ";Database=" + database.name() + ";UID=" + database.user() + ";SSLmode=disable";
    }

    public static String mariadb(TestDatabase database) {
        return "jdbc:odbc:Driver=" + OdbcDrivers.mariadb() + ";Server=" + database.host() + ";Port=" + database.port()
                + ";Database=" + database.name() + ";UID=" + database.user();
    }
}
