package io.xlink.server;

/** A user cannot be managed as asked. The message is complete for an administrator and never holds a password. */
public final class AccountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccountException(String message) {
        super(message);
    }
}
