package io.xlink.config.keys;

import java.util.EnumSet;
import java.util.Set;

/** Where a key may stand: a kind of section, or one of the imports that an external system's section describes. */
public enum Place {
    SERVER("`[IES System ...]`", "an [IES System ...] section of isps.cfg"),
    GENERAL("`[GENERAL]`", "[GENERAL]"),
    CSV_CALLS("CSV, calls", "call data in CSV files"),
    CSV_ACTIVITIES("CSV, activities", "activities in CSV files"),
    UNIVERSAL_CALLS("database, calls", "call data in a database"),
    UNIVERSAL_ACTIVITIES("database, activities", "activities in a database");

    /** What an external system's section may describe. */
    public static final Set<Place> OF_SYSTEMS =
            Set.copyOf(EnumSet.of(CSV_CALLS, CSV_ACTIVITIES, UNIVERSAL_CALLS, UNIVERSAL_ACTIVITIES));

    private final String heading;
    private final String words;

    Place(String heading, String words) {
        this.heading = heading;
        this.words = words;
    }

    /** For a table. */
    public String heading() {
        return heading;
    }

    /** For a sentence. */
    public String words() {
        return words;
    }
}
