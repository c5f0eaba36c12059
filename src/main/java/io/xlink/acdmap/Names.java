package io.xlink.acdmap;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names for a log line that stays readable however many there are: the first few, then a number. */
record Names(Collection<?> all) {
    private static final int SHOWN = 5;

    @Override
    public String toString() {
        String first = all.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
        return all.size() <= SHOWN ? first : first + " and " + (all.size() - SHOWN) + " more";
    }
}
