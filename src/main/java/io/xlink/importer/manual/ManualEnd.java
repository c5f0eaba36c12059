package io.xlink.importer.manual;

/** How an import by hand ended. */
public enum ManualEnd {
    /** Everything was imported. */
    DONE,
    /** Some rows or values were rejected, or a day could not be imported. */
    PARTLY,
    /** Something went wrong; what was told as imported is. */
    FAILED,
    /** A server was not there. */
    SERVER_NOT_AVAILABLE,
    /** A server or database refused the login. */
    LOGIN_REFUSED,
    /** The request makes no sense here: no such system, nothing to import. */
    NOTHING_TO_DO,
    /** Whoever asked for it did not want it any more. */
    CANCELLED
}
