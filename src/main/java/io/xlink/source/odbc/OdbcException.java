package io.xlink.source.odbc;

/**
 * A database, its driver or the driver manager refused something. The message says what and what to do; no password is
 * in it, even if the driver put it into its own words.
 */
public final class OdbcException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sqlState;
    private final int nativeError;
    private final boolean loginRefused;
    private final String what;
    private final String remedy;

    /**
     * @param sqlState five characters (ISO 9075, ODBC), or empty when no driver was asked
     * @param nativeError the database's own number, 0 when it has none
     * @param loginRefused whether user or password were refused, as far as can be told
     * @param what what went wrong
     * @param remedy what to do
     */
    OdbcException(String sqlState, int nativeError, boolean loginRefused, String what, String remedy) {
        super(what + ". " + remedy);
        this.sqlState = sqlState;
        this.nativeError = nativeError;
        this.loginRefused = loginRefused;
        this.what = what;
        this.remedy = remedy;
    }

    public String sqlState() {
        return sqlState;
    }

    public int nativeError() {
        return nativeError;
    }

    /** The first half of the message. */
    public String what() {
        return what;
    }

    /** The second half of the message. */
    public String remedy() {
        return remedy;
    }

    /** Whether user or password were refused; trying again would not help, and may lock the user. */
    public boolean isLoginRefused() {
        return loginRefused;
    }

    /** An error that came before any driver was asked. */
    static OdbcException early(String what, String remedy) {
        return new OdbcException("", 0, false, what, remedy);
    }
}
