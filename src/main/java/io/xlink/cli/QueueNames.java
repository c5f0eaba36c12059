package io.xlink.cli;

import io.xlink.model.Catalogue;
import io.xlink.model.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of a server's queues and value types: {@code Hotline/Hotline DE} and {@code Offered}. */
final class QueueNames {
    private final Map<Integer, Catalogue.Queue> queues = new LinkedHashMap<>();
    private final Map<Integer, String> paths = new LinkedHashMap<>();
    private final Map<Integer, String> valueTypes = new LinkedHashMap<>();

    QueueNames(Catalogue catalogue) {
        for (Catalogue.Queue queue : catalogue.queues()) {
            String above = paths.get(queue.parent());
            queues.put(queue.id(), queue);
            paths.put(queue.id(), above == null ? queue.name() : above + "/" + queue.name());
        }
        catalogue.valueTypes().forEach(type -> valueTypes.put(type.id(), type.name()));
    }

    /** The names from the top to the queue; empty when the server has none of this id. */
    Optional<String> queue(int id) {
        return Optional.ofNullable(paths.get(id));
    }

    Optional<String> valueType(int id) {
        return Optional.ofNullable(valueTypes.get(id));
    }

    /**
     * All targets that are written like this. Names may hold any character, so the text is compared with each target's
     * names and not cut into pieces.
     *
     * @param names {@code Hotline/Hotline DE:Offered}
     */
    List<Target> targets(String server, String names) {
        List<Target> found = new ArrayList<>();
        paths.forEach((queue, path) -> valueTypes.forEach((type, name) -> {
            if (names.equals(path + ":" + name)) {
                found.add(new Target(server, queues.get(queue).parent(), queue, type));
            }
        }));
        return found;
    }

    /** Every name that {@link #targets} finds. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        paths.values().forEach(path -> valueTypes.values().forEach(name -> all.add(path + ":" + name)));
        return all;
    }
}
