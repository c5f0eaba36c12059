package io.xlink.source.odbc;

import java.util.Locale;

/**
 * What must be known of a driver to read from it.
 *
 * @param readsAgain whether it gives values that are bound, too, in any order
 * @param readsBlocksAgain whether it does so for each row of a block
 * @param believed whether values keep to the declared length; in SQLite they do not
 */
record DriverTraits(boolean readsAgain, boolean readsBlocksAgain, boolean believed) {
    private static final int ANY_COLUMN = 1;
    private static final int ANY_ORDER = 2;
    private static final int IN_BLOCKS = 4;
    private static final int BOUND = 8;
    private static final int AGAIN = ANY_COLUMN | ANY_ORDER | BOUND;

    /**
     * @param extensions of SQLGetData ({@code SQL_GETDATA_EXTENSIONS})
     * @param product as the driver names the database
     */
    static DriverTraits of(int extensions, String product) {
        boolean again = (extensions & AGAIN) == AGAIN;
        return new DriverTraits(
                again,
                again && (extensions & IN_BLOCKS) != 0,
                !product.toLowerCase(Locale.ROOT).startsWith("sqlite"));
    }
}
