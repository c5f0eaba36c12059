package io.xlink.iwfm.protocol;

/**
 * How much a listener takes on; each greater than zero.
 *
 * @param maxConnections connections at once; more are turned away
 * @param window imports that one connection may have under way
 * @param maxFrame bytes of a frame's body that the listener accepts, at least 64 KiB
 * @param maxImportBytes memory that one import may hold, roughly
 * @param maxConnectionBytes memory that all imports under way of one connection may hold, roughly; not less than that
 *     of one
 * @param maxHeldBytes memory that all imports under way may hold, roughly; not less than that of one connection
 */
public record ListenerLimits(
        int maxConnections, int window, int maxFrame, long maxImportBytes, long maxConnectionBytes, long maxHeldBytes) {
    private static final long MEBIBYTE = 1024 * 1024;

    /**
     * 100 connections, window 4, frames of 1 MiB, 64 MiB an import, 128 MiB a connection, a quarter of the heap for
     * all, but never less than for one.
     */
    public static final ListenerLimits DEFAULT = new ListenerLimits(
            100,
            4,
            Protocol.DEFAULT_MAX_FRAME,
            64 * MEBIBYTE,
            128 * MEBIBYTE,
            Math.max(128 * MEBIBYTE, Runtime.getRuntime().maxMemory() / 4));

    public ListenerLimits {
        if (maxConnections < 1 || window < 1 || maxImportBytes < 1) {
            throw new IllegalArgumentException("limits of a listener must be greater than zero");
        }
        if (maxConnectionBytes < maxImportBytes || maxHeldBytes < maxConnectionBytes) {
            throw new IllegalArgumentException("an import may hold " + maxImportBytes + " bytes, a connection "
                    + maxConnectionBytes + ", all together " + maxHeldBytes + ": none may be less than the one before");
        }
        Protocol.checkMaxFrame(maxFrame);
    }

    public ListenerLimits withConnections(int connections, int imports, int frame) {
        return new ListenerLimits(connections, imports, frame, maxImportBytes, maxConnectionBytes, maxHeldBytes);
    }

    public ListenerLimits withMemory(long ofImport, long ofConnection, long ofAll) {
        return new ListenerLimits(maxConnections, window, maxFrame, ofImport, ofConnection, ofAll);
    }
}
