package io.xlink.source.odbc;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What each use of the driver manager does: handles, return codes, diagnoses. */
final class OdbcCalls {
    /** More records than this say the same again. */
    private static final int MAX_RECORDS = 8;
    /** Numbers for a refused login: of MySQL and MariaDB, Oracle, Microsoft SQL Server. */
    private static final Set<Integer> REFUSED = Set.of(1045, 1698, 1017, 18456);

    private OdbcCalls() {}

    static boolean isDone(short result) {
        return result == OdbcFunctions.SUCCESS || result == OdbcFunctions.SUCCESS_WITH_INFO;
    }

    /** An environment for ODBC 3; the caller frees it. */
    static Pointer environment() throws OdbcException {
        OdbcFunctions.load();
        Pointer environment = allocate(OdbcFunctions.ENVIRONMENT, null);
        short result = OdbcFunctions.SQLSetEnvAttr(
                environment, OdbcFunctions.ATTR_ODBC_VERSION, Pointer.createConstant(OdbcFunctions.ODBC_3), 0);
        if (!isDone(result)) {
            OdbcFunctions.SQLFreeHandle(OdbcFunctions.ENVIRONMENT, environment);
            throw OdbcException.early("the ODBC driver manager does not speak ODBC 3", "Install a newer one");
        }
        return environment;
    }

    static Pointer allocate(short type, Pointer parent) throws OdbcException {
        PointerByReference handle = new PointerByReference();
        if (!isDone(OdbcFunctions.SQLAllocHandle(type, parent, handle))) {
            throw OdbcException.early("the ODBC driver manager gave no handle", "Start the program again");
        }
        return handle.getValue();
    }

    /**
     * The error that a handle's last call left.
     *
     * @param doing what was tried, such as {@code the login at NAME failed}
     * @param cleaned takes secrets out of a driver's words
     */
    static OdbcException failure(
            String doing, Encoding encoding, short type, Pointer handle, UnaryOperator<String> cleaned) {
        List<Encoding.Diagnosis> records = diagnoses(encoding, type, handle);
        if (records.isEmpty()) {
            return OdbcException.early(doing + ", and the driver does not say why", "Look at its log");
        }
        Encoding.Diagnosis first = records.get(0);
        boolean refused = isLoginRefused(first);
        return new OdbcException(
                first.state(),
                first.nativeError(),
                refused,
                told(doing, records, cleaned),
                remedy(first.state(), refused));
    }

    /** All records that a handle's last call left. */
    static List<Encoding.Diagnosis> diagnoses(Encoding encoding, short type, Pointer handle) {
        List<Encoding.Diagnosis> records = new ArrayList<>();
        for (int number = 1; number <= MAX_RECORDS; number++) {
            Optional<Encoding.Diagnosis> record = encoding.diagnosis(type, handle, number);
            if (record.isEmpty()) {
                break;
            }
            records.add(record.get());
        }
        return records;
    }

    /** One line of all records, without a full stop. */
    static String told(String doing, List<Encoding.Diagnosis> records, UnaryOperator<String> cleaned) {
        StringBuilder what = new StringBuilder(doing);
        for (Encoding.Diagnosis record : records) {
            what.append(what.length() == doing.length() ? ": [" : "; [")
                    .append(record.state())
                    .append("] ")
                    .append(cleaned.apply(record.text()).strip().replaceAll("\\s+", " "));
        }
        return what.toString().replaceAll("\\.+$", "");
    }

    /**
     * ODBC has the class 28 for it, but psqlodbc answers 08001 whatever the matter is, and the driver of MariaDB HY000
     * with the server's number.
     */
    private static boolean isLoginRefused(Encoding.Diagnosis first) {
        return first.state().startsWith("28")
                || REFUSED.contains(first.nativeError())
                || first.text().contains("password authentication failed");
    }

    private static String remedy(String state, boolean loginRefused) {
        if (loginRefused) {
            return "Correct User and Pwd of the section, or unlock the user in the database";
        }
        return switch (state) {
            case "IM002" -> "Define the data source for the user that runs this program";
            case "IM003", "01000" -> "Install the driver, and what its library needs (ldd shows it)";
            // Drivers disagree about states: a server that is not there is 08001 to one and HY000 to the next.
            default ->
                "Look at host, port and database of the data source, at user and password, whether the database"
                        + " runs, and at the firewall";
        };
    }
}
