package io.xlink.config.keys;

import java.util.Optional;

/** What the clock of a file or a table shows: {@link TimeShift}. */
public enum Shift implements KeyType {
    SHIFT;

    @Override
    public String words() {
        return "`2`, `-3.5`, `06:30`, or a time zone";
    }

    @Override
    public Optional<Fault> fault(String text) {
        try {
            TimeShift.of(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return KeyType.unless(
                    false,
                    e.getMessage(),
                    "Write hours (-2, 3.5), hours and minutes (-08:00) or a zone such as Europe/Berlin");
        }
    }
}
