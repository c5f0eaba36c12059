package io.xlink.service;

/** Text as unit files want it (systemd.syntax, systemd.service "Command lines", systemd.unit "Specifiers"). */
final class SystemdText {
    private SystemdText() {}

    /** A value that goes to the end of its line: only {@code %} means something there. */
    static String line(String text) {
        return text.replace("%", "%%");
    }

    /** One word of a list. */
    static String word(String text) {
        return '"' + line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** One word of a command line, where {@code $} begins a variable, too. */
    static String argument(String text) {
        return word(text).replace("$", "$$");
    }
}
