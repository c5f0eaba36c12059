package io.xlink.source.odbc;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;

/**
 * The functions of the driver manager (ODBC 3.8, C interface), by their own names. Strings are byte arrays: UTF-16 in the
 * machine's order for functions that end in W, the driver's own encoding for the others. Arrays are pinned for the length
 * of one call; what a driver keeps longer must be {@link com.sun.jna.Memory} that somebody holds.
 */
final class OdbcFunctions {
    static final short SUCCESS = 0;
    static final short SUCCESS_WITH_INFO = 1;
    static final short NO_DATA = 100;

    static final short ENVIRONMENT = 1;
    static final short CONNECTION = 2;

    static final int ATTR_ODBC_VERSION = 200;
    static final int ODBC_3 = 3;
    static final int ATTR_LOGIN_TIMEOUT = 103;
    static final int ATTR_ACCESS_MODE = 101;
    static final int ATTR_AUTOCOMMIT = 102;
    static final int ATTR_ISOLATION = 108;
    static final int ATTR_CONNECTION_DEAD = 1209;
    static final int IS_UINTEGER = -5;
    static final short DRIVER_NOPROMPT = 0;
    static final short DATABASE_NAME = 16;
    static final short DBMS_NAME = 17;
    static final short DBMS_VERSION = 18;
    static final short DRIVER_NAME = 6;
    static final short DRIVER_VERSION = 7;
    static final short USER_NAME = 47;
    static final short IDENTIFIER_QUOTE = 29;
    static final short GETDATA_EXTENSIONS = 81;
    static final short COMMIT = 0;
    static final short ROLLBACK = 1;
    static final short FETCH_NEXT = 1;
    static final short FETCH_FIRST = 2;

    private static final List<String> UNIX = List.of("libodbc.so.2", "libodbc.so.1", "odbc");
    private static final List<String> WINDOWS = List.of("odbc32");
    private static boolean loaded;

    private OdbcFunctions() {}

    /**
     * Binds the functions, once.
     *
     * @throws OdbcException when the machine has no driver manager
     */
    static synchronized void load() throws OdbcException {
        if (!loaded) {
            NativeLibrary library = library(Platform.isWindows() ? WINDOWS : UNIX);
            Native.register(OdbcFunctions.class, library);
            StatementFunctions.register(library);
            loaded = true;
        }
    }

    /** The first of some libraries that can be loaded. */
    static NativeLibrary library(List<String> names) throws OdbcException {
        for (String name : names) {
            try {
                return NativeLibrary.getInstance(name);
            } catch (UnsatisfiedLinkError e) {
                // The next name may fit; what is missing is said below.
            } catch (LinkageError e) {
                throw OdbcException.early(
                        "the part of this program that calls ODBC cannot be loaded ("
                                + e.getClass().getSimpleName() + ")",
                        "Name a directory from which libraries may run: XLINK_JAVA_OPTIONS=-Djna.tmpdir=DIR");
            }
        }
        throw OdbcException.early(
                "no ODBC driver manager was found (" + String.join(", ", names) + ")",
                "Install unixODBC (Debian: apt-get install unixodbc) and the database's ODBC driver");
    }

    static native short SQLAllocHandle(short type, Pointer parent, PointerByReference handle);

    static native short SQLFreeHandle(short type, Pointer handle);

    static native short SQLSetEnvAttr(Pointer environment, int attribute, Pointer value, int length);

    static native short SQLSetConnectAttr(Pointer connection, int attribute, Pointer value, int length);

    static native short SQLGetConnectAttr(Pointer connection, int attribute, int[] value, int maxBytes, int[] bytes);

    static native short SQLEndTran(short type, Pointer handle, short completion);

    static native short SQLDriverConnectW(
            Pointer connection,
            Pointer window,
            byte[] in,
            short inLength,
            byte[] out,
            short outMax,
            short[] outLength,
            short completion);

    static native short SQLDriverConnect(
            Pointer connection,
            Pointer window,
            byte[] in,
            short inLength,
            byte[] out,
            short outMax,
            short[] outLength,
            short completion);

    static native short SQLDisconnect(Pointer connection);

    static native short SQLGetInfoW(Pointer connection, short type, byte[] value, short maxBytes, short[] bytes);

    static native short SQLGetInfo(Pointer connection, short type, byte[] value, short maxBytes, short[] bytes);

    static native short SQLGetDiagRecW(
            short type,
            Pointer handle,
            short number,
            byte[] state,
            int[] nativeError,
            byte[] text,
            short maxLength,
            short[] length);

    static native short SQLGetDiagRec(
            short type,
            Pointer handle,
            short number,
            byte[] state,
            int[] nativeError,
            byte[] text,
            short maxLength,
            short[] length);

    static native short SQLDataSourcesW(
            Pointer environment,
            short direction,
            byte[] name,
            short nameMax,
            short[] nameLength,
            byte[] driver,
            short driverMax,
            short[] driverLength);
}
