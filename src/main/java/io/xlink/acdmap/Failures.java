package io.xlink.acdmap;

import io.xlink.model.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Intervals whose result cannot be delivered: all counted, the first ones put into words. */
final class Failures {
    private static final int SHOWN = 20;

    private final List<String> shown = new ArrayList<>();
    private long count;

    /**
     * Adds one.
     *
     * @param reason why it has no result
     * @param startMinute beginning of the interval in minutes since 1970-01-01T00:00Z
     */
    void add(Target target, int startMinute, String reason) {
        count++;
        if (shown.size() < SHOWN) {
            shown.add(target + " at " + Instant.ofEpochSecond(startMinute * 60L) + ": " + reason
                    + "; the interval is left out");
        }
    }

    long count() {
        return count;
    }

    List<String> messages() {
        List<String> messages = new ArrayList<>(shown);
        if (count > SHOWN) {
            messages.add("and " + (count - SHOWN) + " intervals more");
        }
        return messages;
    }
}
