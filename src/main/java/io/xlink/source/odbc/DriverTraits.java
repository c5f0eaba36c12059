package io.xlink.source.odbc;

import java.util.Locale;

/**
 * What must be known of a driver to read from it.
 *
 * @param readsAgain whether it gives values that are bound, too, in any order
 * @param readsBlocksAgain whether it does so for each row of a block
 * @param believed whether values keep to the declared length; in SQLite they do not
 * @param narrow whether text is read as UTF-8 though the driver has functions for wide text: that of MariaDB counts
 *     characters beyond 16 bits wrong, and calls what it cut off complete
 */
record DriverTraits(boolean readsAgain, boolean readsBlocksAgain, boolean believed, boolean narrow) {
    private static final int ANY_COLUMN = 1;
    private static final int ANY_ORDER = 2;
    private static final int IN_BLOCKS = 4;
    private static final int BOUND = 8;
    private static final int AGAIN = ANY_COLUMN | ANY_ORDER | BOUND;

    /** What text is read as. */
    Encoding text(Encoding calls) {
        return narrow ? Encoding.NARROW : calls;
    }

    /**
     * @param extensions of SQLGetData ({@code SQL_GETDATA_EXTENSIONS})
     * @param product as the driver names the database
     * @param driver as it names itself
     */
    static DriverTraits of(int extensions, String product, String driver) {
        boolean again = (extensions & AGAIN) == AGAIN;
        // It says that it can go back to a row of a block, but reads nothing there and loses its place.
        boolean maria = driver.toLowerCase(Locale.ROOT).contains("maodbc");
        return new DriverTraits(
                again,
                again && (extensions & IN_BLOCKS) != 0 && !maria,
                !product.toLowerCase(Locale.ROOT).startsWith("sqlite"),
                maria);
    }
}
