package io.xlink.source.sql;

import io.xlink.config.ConfigException;
import io.xlink.config.IniSection;
import io.xlink.config.Problem;
import io.xlink.config.keys.Key;
import java.sql.SQLException;

/** A database did not give what was asked for. The message is complete for an administrator: where, what, and what to do. */
public final class SqlSourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private SqlSourceException(ConfigException worded, SQLException cause) {
        super(worded.getMessage(), cause);
        this.problem = worded.problem();
    }

    /** What is wrong, in its parts; null once the exception has been serialised. */
    public Problem problem() {
        return problem;
    }

    /** @param purpose what the statement was for, in words */
    static SqlSourceException of(IniSection section, Key key, String purpose, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : " (" + cause.getSQLState() + ")";
        String message = String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        return new SqlSourceException(
                section.error(key, purpose + " failed" + state + ": " + withoutStop(message), remedy(cause)), cause);
    }

    private static String withoutStop(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static String remedy(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "Look whether the database runs and can be reached; the day is read again as a whole";
        } else if (state.equals("57014") || state.startsWith("HYT") || state.equals("70100")) {
            return "The query took longer than QueryTimeout: raise it, or give the table an index on the time";
        }
        return "Correct the SQL; ./xlink check --sql prints every statement";
    }

    /** Something in a result that cannot be used. */
    static SqlSourceException of(IniSection section, Key key, String what, String remedy) {
        return new SqlSourceException(section.error(key, what, remedy), null);
    }
}
