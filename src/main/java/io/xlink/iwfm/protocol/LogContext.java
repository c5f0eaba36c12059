package io.xlink.iwfm.protocol;

import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.MDC;

/**
 * What log lines are about, as entries of SLF4J's MDC. Threads are shared, so what stood there before comes back with
 * the scope's end.
 */
public final class LogContext {
    /** The server's name. */
    public static final String SERVER = "iwfm.server";
    /** The user who is logged in. */
    public static final String USER = "iwfm.user";
    /** The other side's host and port. */
    public static final String REMOTE = "iwfm.remote";
    /** The id of the import. */
    public static final String IMPORT_ID = "iwfm.importId";

    private final Map<String, String> entries;

    private LogContext(Map<String, String> entries) {
        this.entries = entries;
    }

    /** A context of server, user and other side; what is null stays away. */
    public static LogContext of(String server, String user, String remote) {
        return new LogContext(Map.of()).with(SERVER, server).with(USER, user).with(REMOTE, remote);
    }

    /** An address as {@link #REMOTE} has it. */
    static String text(SocketAddress address) {
        return address instanceof InetSocketAddress internet
                ? NetUtil.toSocketAddressString(internet)
                : String.valueOf(address);
    }

    /** This context with one more entry, unless the value is null. */
    public LogContext with(String key, String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(entries);
        more.put(key, Protocol.plain(value));
        return new LogContext(more);
    }

    /** Runs something within this context. */
    public void run(Runnable work) {
        Map<String, String> before = new TreeMap<>();
        entries.forEach((key, value) -> {
            String old = MDC.get(key);
            if (old != null) {
                before.put(key, old);
            }
            MDC.put(key, value);
        });
        try {
            work.run();
        } finally {
            entries.keySet().forEach(key -> {
                if (before.containsKey(key)) {
                    MDC.put(key, before.get(key));
                } else {
                    MDC.remove(key);
                }
            });
        }
    }
}
