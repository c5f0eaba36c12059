package io.xlink.iwfm.protocol;

import java.util.Optional;

/** The users that a listener knows. Called from the listener's own threads, one login at a time for each connection. */
public interface Accounts {

    /** The user's account, or empty when there is none of that name. */
    Optional<Account> find(String user);

    /** Notes that a login failed because of a wrong password; may lock the user. */
    void failed(String user);

    /** Notes that a login succeeded; forgets earlier failures. */
    void succeeded(String user);

    /**
     * One user.
     *
     * @param name the user's name
     * @param verifier what the password is checked against
     * @param refusal why the user may not log in although the password may be right (locked, may not import), in words
     *     for an administrator; empty when nothing stands against it
     */
    record Account(String name, ScramVerifier verifier, Optional<String> refusal) {}
}
