package io.xlink.source.odbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Makes text of a block's bytes. Short values that come again and again, such as names of queues, are one object. */
final class TextCache {
    private static final int ENTRIES = 256;
    private static final int LONGEST = 64;

    private final Encoding encoding;
    private final String[] known = new String[ENTRIES];
    private char[] wide = new char[256];
    private byte[] narrow = new byte[256];

    TextCache(Encoding encoding) {
        this.encoding = encoding;
    }

    String text(ByteBuffer memory, int at, int bytes) {
        return encoding == Encoding.WIDE ? wide(memory, at, bytes / 2) : narrow(memory, at, bytes);
    }

    private String wide(ByteBuffer memory, int at, int length) {
        if (wide.length < length) {
            wide = new char[length];
        }
        int hash = 0;
        for (int i = 0; i < length; i++) {
            char c = memory.getChar(at + 2 * i);
            wide[i] = c;
            hash = 31 * hash + c;
        }
        return known(wide, length, hash);
    }

    private String narrow(ByteBuffer memory, int at, int length) {
        if (narrow.length < length) {
            narrow = new byte[length];
        }
        memory.get(at, narrow, 0, length);
        if (wide.length < length) {
            wide = new char[length];
        }
        int hash = 0;
        for (int i = 0; i < length; i++) {
            byte b = narrow[i];
            if (b < 0) {
                return new String(narrow, 0, length, StandardCharsets.UTF_8);
            }
            wide[i] = (char) b;
            hash = 31 * hash + b;
        }
        return known(wide, length, hash);
    }

    private String known(char[] text, int length, int hash) {
        if (length > LONGEST) {
            return new String(text, 0, length);
        }
        int slot = (hash ^ hash >>> 16) & (ENTRIES - 1);
        String there = known[slot];
        if (there != null && there.length() == length && isSame(there, text)) {
            return there;
        }
        String made = new String(text, 0, length);
        known[slot] = made;
        return made;
    }

    private static boolean isSame(String there, char[] text) {
        for (int i = 0; i < there.length(); i++) {
            if (there.charAt(i) != text[i]) {
                return false;
            }
        }
        return true;
    }
}
