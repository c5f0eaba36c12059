package io.xlink.source.csv;

import java.util.Locale;

/** In which order a date gives day, month and year (specification, section 4, {@code DateOrder}). */
enum DateOrder {
    DMY,
    MDY,
    YMD;

    /** The value of the key. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return switch (this) {
            case DMY -> "day, month, year";
            case MDY -> "month, day, year";
            case YMD -> "year, month, day";
        };
    }
}
