package io.xlink.source.odbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A plain class with the look of a large interface. */
class RefusingTest {
    /** Knows little. */
    static final class Small {
        private boolean known;

        public boolean isClosed() throws SQLException {
            if (!known) {
                throw new SQLException("told as it is", "08003");
            }
            return false;
        }

        public String nativeSQL(String sql) {
            return sql + "!";
        }

        /** Not public, so it answers nothing. */
        void beginRequest() {
            known = true;
        }

        @Override
        public String toString() {
            return "small";
        }
    }

    /** Answers what nobody asks. */
    static final class Misspelt {
        public int getParameterCounts() {
            return 0;
        }
    }

    /** Answers nothing. */
    static final class Nothing {}

    /** Answers with another type. */
    static final class OtherResult {
        public long getParameterCount() {
            return 0;
        }
    }

    private final Small small = new Small();
    private final Connection connection = Refusing.as(Connection.class, small);

    @Test
    void whatTheClassHasIsAnsweredAndItsErrorsComeAsTheyAre() throws SQLException {
        assertThat(connection.nativeSQL("x")).isEqualTo("x!");
        assertThatThrownBy(connection::isClosed)
                .isExactlyInstanceOf(SQLException.class)
                .hasMessage("told as it is")
                .hasNoCause();
    }

    @Test
    void theRestIsRefusedByName() {
        assertThatThrownBy(connection::createStatement)
                .isInstanceOf(SQLFeatureNotSupportedException.class)
                .hasMessageContaining("createStatement is not supported");
        assertThatThrownBy(() -> connection.prepareStatement("x", 1))
                .isInstanceOf(SQLFeatureNotSupportedException.class)
                .hasMessageContaining("prepareStatement");
    }

    @Test
    void whatTheInterfaceDoesByItselfIsLeftToIt() throws SQLException {
        connection.beginRequest();
        assertThat(small.known).isFalse();
        Statement statement = Refusing.as(Statement.class, new Nothing());
        assertThat(statement.enquoteLiteral("it's")).isEqualTo("'it''s'");
        assertThatThrownBy(statement::getLargeUpdateCount).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void itIsAnObjectOfItsOwn() {
        Connection other = Refusing.as(Connection.class, small);
        assertThat(new java.util.HashSet<>(java.util.List.of(connection, other)))
                .contains(connection)
                .hasSize(2);
        assertThat(connection).isNotEqualTo(other).isNotEqualTo(small);
        assertThat(connection.hashCode()).isEqualTo(System.identityHashCode(connection));
        assertThat(connection).hasToString("small");
    }

    @Test
    void itWrapsItsClass() throws SQLException {
        assertThat(connection.isWrapperFor(Connection.class)).isTrue();
        assertThat(connection.isWrapperFor(Small.class)).isTrue();
        assertThat(connection.isWrapperFor(Statement.class)).isFalse();
        assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
        assertThat(connection.unwrap(Small.class)).isSameAs(small);
        assertThatThrownBy(() -> connection.unwrap(Statement.class)).isInstanceOf(SQLException.class);
    }

    @Test
    void aMethodThatAnswersNothingIsAMistake() {
        assertThatThrownBy(() -> Refusing.as(ParameterMetaData.class, new Misspelt()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("getParameterCounts");
        assertThatThrownBy(() -> Refusing.as(ParameterMetaData.class, new OtherResult()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("getParameterCount");
    }
}
