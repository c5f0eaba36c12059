package io.xlink.server;

import io.xlink.iwfm.protocol.Accounts;
import io.xlink.iwfm.protocol.ScramVerifier;
import io.xlink.iwfm.protocol.ScramVerifiers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The users of the reference server, in {@code server.db} of its data directory. Passwords are not kept, only what they
 * can be checked against. Safe for use by many threads; a command in another process may change users while the server
 * runs.
 */
public final class UserAccounts implements Accounts, AutoCloseable {
    /** Rounds of password derivation when nothing else is asked for. */
    public static final int DEFAULT_ITERATIONS = ScramVerifiers.DEFAULT_ITERATIONS;

    /** RFC 7677, section 4. */
    private static final int FEWEST_ITERATIONS = 4096;

    private static final int FAILURES_UNTIL_LOCKED = 5;
    private static final String IMPORT_GROUP = "System";
    private static final String IMPORT_PREFIX = "xlink";

    private final Connection connection;
    private final Clock clock;

    /**
     * A user, as a list shows it.
     *
     * @param group only members of {@code System}, and users whose name starts with {@code xlink}, may import
     * @param failures failed logins since the last successful one
     * @param lockedAt when the user was locked by too many of them
     */
    public record User(String name, String group, int failures, Optional<Instant> lockedAt) {}

    private UserAccounts(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Opens the users of a data directory, which is made when there is none.
     *
     * @throws StoreException when it cannot be used
     */
    public static UserAccounts open(Path data) {
        return open(data, Clock.systemUTC());
    }

    static UserAccounts open(Path data, Clock clock) {
        return new UserAccounts(ServerDatabase.open(data), clock);
    }

    /**
     * Adds a user.
     *
     * @param password not changed; the caller wipes it
     * @param iterations rounds of password derivation, at least 4096
     * @throws AccountException when the user exists, or name or password cannot be used
     */
    public void add(String name, String group, char[] password, int iterations) {
        checkName(name);
        ScramVerifier verifier = derive(password, iterations);
        int added = update(
                "insert into users(name, user_group, salt, iterations, stored_key, server_key)"
                        + " values(?, ?, ?, ?, ?, ?) on conflict do nothing",
                name,
                group,
                verifier.salt(),
                verifier.iterations(),
                verifier.storedKey(),
                verifier.serverKey());
        if (added == 0) {
            throw new AccountException(
                    "User " + name + " exists already. Change the password instead, or remove the user first");
        }
    }

    /** All users by name. */
    public List<User> list() {
        return query("select name, user_group, failures, locked_at from users order by name", result -> {
            List<User> users = new ArrayList<>();
            while (result.next()) {
                long lockedAt = result.getLong(4);
                Optional<Instant> locked =
                        result.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(lockedAt));
                users.add(new User(result.getString(1), result.getString(2), result.getInt(3), locked));
            }
            return users;
        });
    }

    /**
     * Gives a user a new password, and unlocks it.
     *
     * @throws AccountException when there is no such user, or the password cannot be used
     */
    public void password(String name, char[] password, int iterations) {
        ScramVerifier verifier = derive(password, iterations);
        require(
                name,
                update(
                        "update users set salt = ?, iterations = ?, stored_key = ?, server_key = ?, failures = 0,"
                                + " locked_at = null where name = ?",
                        verifier.salt(),
                        verifier.iterations(),
                        verifier.storedKey(),
                        verifier.serverKey(),
                        name));
    }

    /**
     * Lets a user log in again after too many failed logins.
     *
     * @throws AccountException when there is no such user
     */
    public void unlock(String name) {
        require(name, update("update users set failures = 0, locked_at = null where name = ?", name));
    }

    /**
     * Removes a user.
     *
     * @throws AccountException when there is no such user
     */
    public void remove(String name) {
        require(name, update("delete from users where name = ?", name));
    }

    @Override
    public Optional<Account> find(String user) {
        return query(
                "select user_group, salt, iterations, stored_key, server_key, locked_at from users where name = ?",
                result -> {
                    if (!result.next()) {
                        return Optional.empty();
                    }
                    ScramVerifier verifier = new ScramVerifier(
                            result.getBytes(2), result.getInt(3), result.getBytes(4), result.getBytes(5));
                    String group = result.getString(1);
                    boolean locked = result.getObject(6) != null;
                    return Optional.of(new Account(user, verifier, refusal(user, group, locked)));
                },
                user);
    }

    /** Counts a failed login, durably; the fifth in a row locks the user (specification, section 7). */
    @Override
    public void failed(String user) {
        update(
                "update users set failures = failures + 1,"
                        + " locked_at = case when failures + 1 >= ? then ? end where name = ? and locked_at is null",
                FAILURES_UNTIL_LOCKED,
                clock.instant().getEpochSecond(),
                user);
    }

    /** Forgets failed logins. A user that others locked meanwhile stays locked. */
    @Override
    public void succeeded(String user) {
        update("update users set failures = 0 where name = ? and failures > 0 and locked_at is null", user);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static Optional<String> refusal(String name, String group, boolean locked) {
        if (locked) {
            return Optional.of("user " + name + " is locked after " + FAILURES_UNTIL_LOCKED
                    + " failed logins; unlock it with: xlink server user unlock " + name);
        }
        if (!group.equals(IMPORT_GROUP) && !name.startsWith(IMPORT_PREFIX)) {
            return Optional.of("user " + name + " of group " + group + " may not import; only members of group "
                    + IMPORT_GROUP + " and users whose name starts with " + IMPORT_PREFIX + " may");
        }
        return Optional.empty();
    }

    /** A name must survive {@code [DB]}, where a comma ends it, and a login, where RFC 4013 would change it. */
    private static void checkName(String name) {
        boolean printable =
                !name.isBlank() && name.length() <= 255 && name.chars().noneMatch(c -> c <= ' ' || c == ',' || c > '~');
        if (!printable) {
            throw new AccountException("'" + name + "' is no user name. Use up to 255 letters, digits and signs of"
                    + " ASCII, without spaces and commas");
        }
    }

    private static ScramVerifier derive(char[] password, int iterations) {
        if (iterations < FEWEST_ITERATIONS) {
            throw new AccountException(iterations + " iterations are too few. Use at least " + FEWEST_ITERATIONS);
        }
        try {
            return ScramVerifiers.of(password, iterations);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // Without the cause, whose message may quote a part of the password. The second is what the library
            // throws for a text of which preparation leaves no character.
            throw new AccountException("The password is empty or has a character that a password cannot have (a control"
                    + " character, for example). Choose another");
        }
    }

    private static void require(String name, int changed) {
        if (changed == 0) {
            throw new AccountException("There is no user " + name + ". See: xlink server user list");
        }
    }

    private synchronized int update(String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private synchronized <T> T query(String sql, Rows<T> rows, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            return rows.read(result);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static StoreException failure(SQLException cause) {
        return new StoreException("The users cannot be read or changed: " + cause.getMessage(), cause);
    }

    private interface Rows<T> {
        T read(ResultSet result) throws SQLException;
    }
}
