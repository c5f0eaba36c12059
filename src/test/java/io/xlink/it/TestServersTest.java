package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The servers that tests share give each its own database, and refuse wrong passwords. */
@Timeout(120)
class TestServersTest {
    @Test
    void postgres() throws SQLException {
        TestDatabase one = PostgresServer.running().newDatabase();
        TestDatabase two = PostgresServer.running().newDatabase();
        holdsTextOfItsOwn(one, two);
        one.run("CREATE USER reader PASSWORD 'right'");
        checksPasswords(one, "reader");
    }

    @Test
    void mariadb() throws SQLException {
        TestDatabase one = MariaServer.running().newDatabase();
        TestDatabase two = MariaServer.running().newDatabase();
        holdsTextOfItsOwn(one, two);
        one.run("CREATE USER reader IDENTIFIED BY 'right'", "GRANT SELECT ON " + one.name() + ".* TO reader");
        checksPasswords(one, "reader");
    }

    private static void holdsTextOfItsOwn(TestDatabase one, TestDatabase two) throws SQLException {
        one.run("CREATE TABLE t (a VARCHAR(20))", "INSERT INTO t VALUES ('Größe 😀')");
        try (Connection connection = one.connect();
                ResultSet rows = connection.createStatement().executeQuery("SELECT a FROM t")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("Größe 😀");
        }
        assertThatThrownBy(() -> two.run("SELECT a FROM t")).isInstanceOf(SQLException.class);
    }

    private static void checksPasswords(TestDatabase database, String user) throws SQLException {
        try (Connection right = DriverManager.getConnection(database.url(), user, "right")) {
            assertThat(right.isValid(5)).isTrue();
        }
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, "wrong"))
                .isInstanceOf(SQLException.class);
    }
}
