package io.xlink.source.csv;

/** In which order a date gives day, month and year (specification, section 4, {@code DateOrder}). */
enum DateOrder {
    DMY,
    MDY,
    YMD;

    @Override
    public String toString() {
        return switch (this) {
            case DMY -> "day, month, year";
            case MDY -> "month, day, year";
            case YMD -> "year, month, day";
        };
    }
}
