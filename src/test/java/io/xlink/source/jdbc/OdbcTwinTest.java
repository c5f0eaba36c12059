package io.xlink.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.source.odbc.DataSourceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sources of odbc.ini as URLs of JDBC. */
class OdbcTwinTest {
    @TempDir
    Path conf;

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Driver=PostgreSQL Unicode;Servername=db;Port=5433;Database=acd             ~ jdbc:postgresql://db:5433/acd
            Driver=/usr/lib/psqlodbcw.so;Database=my acd                               ~ jdbc:postgresql://localhost:5432/my%20acd
            Driver=PostgreSQL;Servername=db                                            ~
            Driver=MariaDB Unicode;Server=db;Database=acd                              ~ jdbc:mariadb://db:3306/acd
            Driver=/opt/libmyodbc8w.so;Server=db;Port=3307                             ~ jdbc:mariadb://db:3307/
            Driver=MySQL;Socket=/run/mysqld.sock;Database=acd                          ~
            Driver=ODBC Driver 18 for SQL Server;Server=tcp:db,1434;Database=CCMData   ~ jdbc:sqlserver://db:1434;databaseName=CCMData
            Driver=FreeTDS;Server=db;Port=1433;Database=CCMData                        ~ jdbc:sqlserver://db:1433;databaseName=CCMData
            Driver=SQLite3;Database=/var/acd.db                                        ~ jdbc:sqlite:/var/acd.db
            Driver=Oracle 19 ODBC driver;DBQ=//db:1521/PROD                            ~ jdbc:oracle:thin:@//db:1521/PROD
            Driver=/opt/informix/iclit09b.so;Host=db;Service=1526;Server=ifx;Database=db_cra ~ jdbc:informix-sqli://db:1526/db_cra:INFORMIXSERVER=ifx
            Driver=InterSystems ODBC;Host=db;Port=1972                                 ~
            """)
    void anOdbcDataSourceIsAUrl(String definition, String url) throws IOException {
        Files.writeString(conf.resolve("odbc.ini"), "[acd]\n" + definition.replace(';', '\n') + "\n");
        Optional<String> translated = new DataSourceNames(conf)
                .find("acd")
                .source()
                .flatMap(OdbcTwin::of)
                .map(JdbcAddress::url);
        assertThat(translated).isEqualTo(Optional.ofNullable(url));
    }
}
