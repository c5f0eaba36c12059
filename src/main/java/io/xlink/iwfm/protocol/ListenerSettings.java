package io.xlink.iwfm.protocol;

import java.time.Duration;

/**
 * What a listener needs to know.
 *
 * @param server the server's name, which clients and stored imports see
 * @param host address to bind
 * @param port port to bind, 0 for any free one
 * @param maxConnections connections at once; more are turned away
 * @param window imports that one connection may have under way
 * @param maxFrame bytes of a frame's body that the listener accepts, at least 64 KiB
 * @param loginTimeout limit from connecting to being logged in
 * @param idleTimeout a connection that is silent so long is closed; at least 3 s
 * @param handlerTimeout limit for the handler to carry out one request
 * @param maxImportBytes memory that one import may hold, roughly
 * @param maxHeldBytes memory that all imports under way may hold, roughly
 */
public record ListenerSettings(
        String server,
        String host,
        int port,
        int maxConnections,
        int window,
        int maxFrame,
        Duration loginTimeout,
        Duration idleTimeout,
        Duration handlerTimeout,
        long maxImportBytes,
        long maxHeldBytes) {
    private static final long MEBIBYTE = 1024 * 1024;

    public ListenerSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not within 0 to 65535");
        }
        if (maxConnections < 1 || window < 1 || maxImportBytes < 1 || maxHeldBytes < maxImportBytes) {
            throw new IllegalArgumentException("limits of a listener must be greater than zero, and maxHeldBytes "
                    + maxHeldBytes + " not less than maxImportBytes " + maxImportBytes);
        }
        if (maxFrame < Protocol.SMALLEST_MAX_FRAME) {
            throw new IllegalArgumentException("maxFrame " + maxFrame + " is less than " + Protocol.SMALLEST_MAX_FRAME);
        }
        if (idleTimeout.toSeconds() < 3) {
            throw new IllegalArgumentException("idleTimeout " + idleTimeout + " is less than 3 seconds");
        }
        ClientSettings.positive("loginTimeout", loginTimeout);
        ClientSettings.positive("handlerTimeout", handlerTimeout);
    }

    /**
     * Settings with the defaults: 100 connections, window 2, frames of 1 MiB, 10 s to log in, 60 s idle, 5 min for the
     * handler, 64 MiB an import, a quarter of the heap for all.
     */
    public static ListenerSettings of(String server, String host, int port) {
        return new ListenerSettings(
                server,
                host,
                port,
                100,
                2,
                Protocol.DEFAULT_MAX_FRAME,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                64 * MEBIBYTE,
                Math.max(64 * MEBIBYTE, Runtime.getRuntime().maxMemory() / 4));
    }

    public ListenerSettings withConnections(int maxConnections, int window, int maxFrame) {
        return new ListenerSettings(
                server,
                host,
                port,
                maxConnections,
                window,
                maxFrame,
                loginTimeout,
                idleTimeout,
                handlerTimeout,
                maxImportBytes,
                maxHeldBytes);
    }

    public ListenerSettings withTimeouts(Duration loginTimeout, Duration idleTimeout, Duration handlerTimeout) {
        return new ListenerSettings(
                server,
                host,
                port,
                maxConnections,
                window,
                maxFrame,
                loginTimeout,
                idleTimeout,
                handlerTimeout,
                maxImportBytes,
                maxHeldBytes);
    }

    public ListenerSettings withMemory(long maxImportBytes, long maxHeldBytes) {
        return new ListenerSettings(
                server,
                host,
                port,
                maxConnections,
                window,
                maxFrame,
                loginTimeout,
                idleTimeout,
                handlerTimeout,
                maxImportBytes,
                maxHeldBytes);
    }
}
