package io.xlink.config.keys;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All keys of the specification's sections 3 to 6, and those of ours. */
public final class Keys {
    private static final List<Key> ALL = Stream.of(
                    ServerKeys.all(),
                    GeneralKeys.all(),
                    OperationKeys.all(),
                    LogKeys.all(),
                    CsvCallKeys.all(),
                    CsvFolderKeys.all(),
                    CsvActivityKeys.all(),
                    ActivityKeys.all(),
                    UniversalCallKeys.all(),
                    UniversalActivityKeys.all(),
                    ModeKeys.all(),
                    SystemKeys.all(),
                    SystemKeys.buffers())
            .flatMap(Collection::stream)
            .toList();

    private Keys() {}

    public static List<Key> all() {
        return ALL;
    }

    /** Every key of a name, in any case; empty when the name is unknown everywhere. */
    public static List<Key> named(String name) {
        List<Key> found =
                ALL.stream().filter(key -> key.name().equalsIgnoreCase(name)).toList();
        boolean buffer = name.toLowerCase(Locale.ROOT).endsWith("size");
        return found.isEmpty() && buffer ? List.of(SystemKeys.BUFFER_SIZE) : found;
    }

    /** The keys of a name that mean something in a section; two, when it describes two imports that share the name. */
    public static List<Key> named(String name, Set<Place> places) {
        return named(name).stream().filter(key -> isOf(key, places)).toList();
    }

    /** The names that mean something in a section. */
    public static Set<String> names(Set<Place> places) {
        return ALL.stream().filter(key -> isOf(key, places)).map(Key::name).collect(Collectors.toSet());
    }

    /** The key of a name, when there is one in one of the places. */
    public static Optional<Key> first(String name, Set<Place> places) {
        return named(name, places).stream().findFirst();
    }

    private static boolean isOf(Key key, Set<Place> places) {
        return key.places().stream().anyMatch(places::contains);
    }
}
