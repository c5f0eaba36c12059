package io.xlink.importer.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs together is changed together, whatever other connections do meanwhile. */
class TransactionTest {
    private static final String NOTE = "insert into activity_due values ('A', 'agent', 1)";

    @TempDir
    Path data;

    private Connection one;
    private Connection other;

    @BeforeEach
    void open() throws SQLException {
        one = ImporterDatabase.open(data);
        other = ImporterDatabase.open(data);
        execute(other, "pragma busy_timeout = 0");
    }

    @AfterEach
    void close() throws SQLException {
        one.close();
        other.close();
    }

    @Test
    void nobodyElseWritesBetweenTheFirstQuestionAndTheFirstChange() throws Exception {
        Transaction.make(one, () -> {
            assertThat(count(one)).isZero();
            assertThatThrownBy(() -> execute(other, NOTE)).hasMessageContaining("SQLITE_BUSY");
            execute(one, NOTE);
        });
        assertThat(count(other)).isEqualTo(1);
    }

    @Test
    void aFailureLeavesNothingAndTheLockIsFree() throws SQLException {
        assertThatThrownBy(() -> Transaction.make(one, () -> {
                    execute(one, NOTE);
                    throw new IOException("no");
                }))
                .hasMessage("no");
        assertThat(count(one)).isZero();
        execute(other, NOTE);
        assertThat(count(one)).isEqualTo(1);
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("select count(*) from activity_due")) {
            return found.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
