package io.xlink.source.odbc;

import com.sun.jna.Pointer;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the machine's driver manager, unixODBC or that of Windows, says is there. */
final class KnownSources {
    private static final int MAX_NAME = 256;
    private static final int MAX_SOURCES = 10_000;

    private KnownSources() {}

    /**
     * All data sources that it knows, user's and machine's: the name, and what it calls the driver.
     *
     * @throws OdbcException when there is no driver manager, or it does not answer
     */
    static Map<String, String> all() throws OdbcException {
        Pointer environment = OdbcCalls.environment();
        try {
            Map<String, String> sources = new LinkedHashMap<>();
            byte[] name = new byte[MAX_NAME * 2];
            byte[] driver = new byte[MAX_NAME * 2];
            short direction = OdbcFunctions.FETCH_FIRST;
            while (sources.size() < MAX_SOURCES) {
                short result = OdbcFunctions.SQLDataSourcesW(
                        environment,
                        direction,
                        name,
                        (short) MAX_NAME,
                        new short[1],
                        driver,
                        (short) MAX_NAME,
                        new short[1]);
                if (result == OdbcFunctions.NO_DATA) {
                    break;
                }
                if (!OdbcCalls.isDone(result)) {
                    throw OdbcCalls.failure(
                            "data sources cannot be listed",
                            Encoding.WIDE,
                            OdbcFunctions.ENVIRONMENT,
                            environment,
                            text -> text);
                }
                sources.put(Encoding.WIDE.text(name), Encoding.WIDE.text(driver));
                direction = OdbcFunctions.FETCH_NEXT;
            }
            return sources;
        } finally {
            OdbcFunctions.SQLFreeHandle(OdbcFunctions.ENVIRONMENT, environment);
        }
    }
}
