package io.xlink.backup;

import java.util.Locale;
import java.util.Optional;

/** The two directories that a backup holds; the first parts of its names. */
enum Area {
    CONF,
    DATA;

    String prefix() {
        return name().toLowerCase(Locale.ROOT) + "/";
    }

    static Optional<Area> of(String name) {
        for (Area area : values()) {
            if (name.startsWith(area.prefix())) {
                return Optional.of(area);
            }
        }
        return Optional.empty();
    }
}
