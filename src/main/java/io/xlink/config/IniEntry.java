package io.xlink.config;

/**
 * One {@code key=value} line.
 *
 * @param key as written
 * @param value trimmed, without a trailing comment, without one enclosing pair of quotes
 * @param line line number from 1
 */
public record IniEntry(String key, String value, int line) {

    /** Without the value, which may be a password. */
    @Override
    public String toString() {
        return key + "=... (line " + line + ")";
    }
}
