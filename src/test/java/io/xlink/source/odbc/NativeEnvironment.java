package io.xlink.source.odbc;

import com.sun.jna.Function;

/** Changes an environment variable for native code, which Java's own view of it does not show. */
final class NativeEnvironment implements AutoCloseable {
    private final String name;

    NativeEnvironment(String name, String value) {
        this.name = name;
        Function.getFunction("c", "setenv").invokeInt(new Object[] {name, value, 1});
    }

    @Override
    public void close() {
        Function.getFunction("c", "unsetenv").invokeInt(new Object[] {name});
    }
}
