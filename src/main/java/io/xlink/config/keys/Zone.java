package io.xlink.config.keys;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** A time zone of the JDK. */
public enum Zone implements KeyType {
    ZONE;

    @Override
    public String words() {
        return "time zone, such as `Europe/Berlin`";
    }

    @Override
    public Optional<Fault> fault(String text) {
        try {
            ZoneId.of(text);
            return Optional.empty();
        } catch (DateTimeException e) {
            return KeyType.unless(
                    false,
                    "is not a time zone",
                    "Write one like Europe/Berlin, or remove the line to use the machine's");
        }
    }
}
