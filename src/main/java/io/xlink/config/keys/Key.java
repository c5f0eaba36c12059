package io.xlink.config.keys;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A key of isps.cfg or isps_Ul.ini. The same name may be several keys, because it means something else elsewhere:
 * {@code Source} is a folder for CSV files and a data source for databases.
 *
 * @param name as the specification spells it; it is found in any case
 * @param places where it may stand; never empty
 * @param type what it may hold
 * @param absent the value that counts when it is missing or has none; empty when there is no such value
 * @param otherwise what happens without it, in words, where {@code absent} does not say it; may be empty
 * @param unit of a number; may be empty
 * @param meaning one line, as Markdown
 * @param chapter the section of the specification that has it; 0 for a key of ours
 * @param effect what it does in this version
 */
public record Key(
        String name,
        Set<Place> places,
        KeyType type,
        Optional<String> absent,
        String otherwise,
        String unit,
        String meaning,
        int chapter,
        Effect effect) {

    public Key {
        places = Set.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException(name + " stands nowhere");
        }
        if (absent.flatMap(type::fault).isPresent()) {
            throw new IllegalArgumentException(name + " has a default that it does not allow");
        }
    }

    /** A key of the specification that works, without a default or a unit; the methods below make the others of it. */
    static Key of(int chapter, Place place, String name, KeyType type, String meaning) {
        return new Key(name, EnumSet.of(place), type, Optional.empty(), "", "", meaning, chapter, Effect.YES);
    }

    Key at(Place... more) {
        Set<Place> all = EnumSet.copyOf(places);
        all.addAll(Set.of(more));
        return new Key(name, all, type, absent, otherwise, unit, meaning, chapter, effect);
    }

    Key absent(String value) {
        return new Key(name, places, type, Optional.of(value), otherwise, unit, meaning, chapter, effect);
    }

    Key otherwise(String words) {
        return new Key(name, places, type, absent, words, unit, meaning, chapter, effect);
    }

    Key in(String unitOfNumber) {
        return new Key(name, places, type, absent, otherwise, unitOfNumber, meaning, chapter, effect);
    }

    Key notYet() {
        return new Key(name, places, type, absent, otherwise, unit, meaning, chapter, Effect.NOT_YET);
    }

    Key never() {
        return new Key(name, places, type, absent, otherwise, unit, meaning, chapter, Effect.NEVER);
    }

    /** The name, which is how messages speak of a key. */
    @Override
    public String toString() {
        return name;
    }
}
