package io.xlink.config.keys;

import java.util.Optional;

/** A whole number from {@code min} to {@code max}. */
public record WholeNumber(int min, int max) implements KeyType {

    /** From {@code min}, without another limit than that of the number itself. */
    static WholeNumber from(int min) {
        return new WholeNumber(min, Integer.MAX_VALUE);
    }

    @Override
    public String words() {
        return max == Integer.MAX_VALUE ? "whole number from " + min : "whole number, " + min + " to " + max;
    }

    @Override
    public Optional<Fault> fault(String text) {
        return KeyType.unless(
                isWithin(text, min, max),
                "is not a whole number from " + min + " to " + max,
                "Write a number within that range");
    }

    static boolean isWithin(String text, int min, int max) {
        try {
            int value = Integer.parseInt(text);
            return value >= min && value <= max;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
