package io.xlink.config.keys;

import java.util.Optional;

/** On or off. Any number but 0 is on, because old installations must not fail over {@code Protocol=2}. */
public enum Flag implements KeyType {
    FLAG;

    @Override
    public String words() {
        return "0 off, 1 on";
    }

    @Override
    public Optional<Fault> fault(String text) {
        return KeyType.unless(
                WholeNumber.isWithin(text, 0, Integer.MAX_VALUE), "is neither 0 nor 1", "Write 0 for off or 1 for on");
    }

    /** What a valid value says. */
    public static boolean isOn(String text) {
        return Integer.parseInt(text) != 0;
    }
}
