package io.xlink.cli;

import java.util.Locale;

/** How a command writes a list. */
enum TableFormat {
    TEXT,
    CSV,
    JSON;

    /** As it is asked for. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
