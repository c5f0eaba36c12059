package io.xlink.config;

/**
 * One {@code key=value} line.
 *
 * @param key as written
 * @param value trimmed, without a trailing comment, without one enclosing pair of quotes
 * @param line line number from 1
 * @param column where the key begins, from 1
 * @param valueColumn where the value begins as it is written, with its quotes, from 1
 */
public record IniEntry(String key, String value, int line, int column, int valueColumn) {

    /** Without the value, which may be a password. */
    @Override
    public String toString() {
        return key + "=... (line " + line + ")";
    }
}
