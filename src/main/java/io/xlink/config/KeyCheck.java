package io.xlink.config;

import io.xlink.config.Problem.Severity;
import io.xlink.config.keys.Effect;
import io.xlink.config.keys.Key;
import io.xlink.config.keys.KeyType.Fault;
import io.xlink.config.keys.Keys;
import io.xlink.config.keys.Place;
import io.xlink.config.keys.Several;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds the keys of sections against the list of known ones ({@link Keys}). Unknown keys are kept and never an error
 * (specification, section 3).
 */
public final class KeyCheck {
    private KeyCheck() {}

    /** Keys of a file that are unknown, or mean nothing where they stand. */
    public static List<Problem> names(IniFile file) {
        return file.sections().stream()
                .flatMap(section -> names(section, places(section)).stream())
                .toList();
    }

    /** Values that their keys do not allow, in a section. */
    public static List<Problem> values(IniSection section) {
        List<Problem> problems = new ArrayList<>();
        for (IniEntry entry : section.entries()) {
            Optional<Key> key = entry.value().isEmpty() ? Optional.empty() : Keys.first(entry.key(), places(section));
            key.filter(k -> k.effect() != Effect.NEVER)
                    .flatMap(k -> refusal(section, entry, k, severity(k)))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    /**
     * Keys that have no effect, and ask for something else than what happens anyway: those that never have one, and of
     * the given places those that have none in this version.
     *
     * @param imported the places whose keys are told one by one
     */
    public static List<Problem> withoutEffect(IniSection section, Set<Place> imported) {
        List<Problem> problems = new ArrayList<>();
        for (IniEntry entry : section.entries()) {
            Optional<Key> never = Keys.named(entry.key(), places(section)).stream()
                    .filter(key -> key.effect() == Effect.NEVER)
                    .findFirst();
            List<Key> keys = Keys.named(entry.key(), imported);
            boolean works = keys.stream().anyMatch(key -> key.effect() == Effect.YES);
            boolean asks = keys.stream().anyMatch(key -> !key.absent().equals(Optional.of(entry.value())));
            if (entry.value().isEmpty()) {
                continue;
            }
            if (never.isPresent()) {
                problems.add(
                        at(section, entry, Severity.ADVICE, never.get() + " has no effect here", "It may be removed"));
            } else if (!works && asks) {
                problems.add(at(
                        section,
                        entry,
                        Severity.ADVICE,
                        keys.get(0) + " has no effect in this version yet",
                        "It may stay"));
            }
        }
        return problems;
    }

    /** Where the keys of a section may belong; empty for {@code [DB]}, sections of others, and dead ones. */
    public static Set<Place> places(IniSection section) {
        String name = section.name().toLowerCase(Locale.ROOT);
        if (ServerReader.isSystem(section)) {
            return Set.of(Place.SERVER);
        }
        return name.equals(Installation.GENERAL.toLowerCase(Locale.ROOT))
                ? Set.of(Place.GENERAL)
                : SystemKind.of(section).places();
    }

    /** Why a value of a key cannot be used; the problem names the place of the value. */
    static Optional<Problem> refusal(IniSection section, IniEntry entry, Key key, Severity severity) {
        List<String> values = key.type() instanceof Several ? IniValue.list(entry.value()) : List.of(entry.value());
        for (String value : values) {
            Optional<Fault> fault =
                    value.isEmpty() ? Optional.empty() : key.type().fault(value);
            if (fault.isPresent()) {
                return Optional.of(new Problem(
                        section.file(),
                        entry.line(),
                        entry.valueColumn(),
                        severity,
                        "[" + section.name() + "] " + key + "=" + value + " "
                                + fault.get().what(),
                        fault.get().remedy()));
            }
        }
        return Optional.empty();
    }

    private static List<Problem> names(IniSection section, Set<Place> places) {
        List<Problem> problems = new ArrayList<>();
        boolean dead = places.isEmpty();
        if (section.name().equalsIgnoreCase(Installation.DB)) {
            return problems;
        }
        for (IniEntry entry : section.entries()) {
            List<Key> named = Keys.named(entry.key());
            if (named.isEmpty()) {
                unknown(section, entry, places).ifPresent(problems::add);
            } else if (Keys.named(entry.key(), places).isEmpty()
                    && !entry.value().isEmpty()) {
                boolean ofGeneral = named.stream().allMatch(key -> key.places().equals(Set.of(Place.GENERAL)));
                if (!dead || ofGeneral) {
                    problems.add(misplaced(section, entry, named, places));
                }
            }
        }
        return problems;
    }

    /** In a dead section, which may be anybody's, only what looks like a mistyped key is told. */
    private static Optional<Problem> unknown(IniSection section, IniEntry entry, Set<Place> places) {
        boolean dead = places.isEmpty();
        Collection<String> candidates = Keys.names(dead ? Place.OF_SYSTEMS : places);
        Optional<String> nearest = NearestName.of(entry.key(), candidates);
        if (dead && nearest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(at(
                section,
                entry,
                Severity.WARNING,
                IniParser.shown(entry.key()) + " is not a known key",
                nearest.map(name -> "Did you mean " + name + "?").orElse("Check its name; it has no effect")));
    }

    private static Problem misplaced(IniSection section, IniEntry entry, List<Key> named, Set<Place> places) {
        String where = named.stream()
                .flatMap(key -> key.places().stream())
                .distinct()
                .sorted()
                .map(Place::words)
                .collect(Collectors.joining(" or "));
        Optional<Key> forActivities = Keys.first("Activity" + entry.key(), places);
        return at(
                section,
                entry,
                Severity.WARNING,
                named.get(0) + " means nothing here: it belongs to " + where,
                forActivities.map(key -> "Did you mean " + key + "?").orElse("Move it there, or remove it"));
    }

    private static Problem at(IniSection section, IniEntry entry, Severity severity, String what, String remedy) {
        return new Problem(
                section.file(), entry.line(), entry.column(), severity, "[" + section.name() + "] " + what, remedy);
    }

    /** {@link General} reads all its keys, whether or not they have an effect already. */
    private static Severity severity(Key key) {
        return key.effect() == Effect.YES || key.places().contains(Place.GENERAL) ? Severity.ERROR : Severity.WARNING;
    }
}
