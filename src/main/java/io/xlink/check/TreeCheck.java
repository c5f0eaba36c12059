package io.xlink.check;

import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.MapLine;
import io.xlink.config.NearestName;
import io.xlink.config.Problem;
import io.xlink.config.Problem.Severity;
import io.xlink.model.Catalogue;
import io.xlink.model.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the mappings of a server with what it knows; each finding is something that the server would not store. */
final class TreeCheck {
    private final String server;
    private final Catalogue catalogue;
    private final Map<Integer, Catalogue.Queue> queues = new HashMap<>();
    private final Set<Integer> valueTypes = new HashSet<>();
    private final Repetitions repetitions;

    private TreeCheck(AcdMap map, String server, Catalogue catalogue) {
        this.server = server;
        this.catalogue = catalogue;
        this.repetitions = new Repetitions(map.file());
        catalogue.queues().forEach(queue -> queues.put(queue.id(), queue));
        catalogue.valueTypes().forEach(type -> valueTypes.add(type.id()));
    }

    static List<Problem> problems(AcdMap map, String server, Catalogue catalogue) {
        TreeCheck check = new TreeCheck(map, server, catalogue);
        map.lines().stream()
                .filter(line -> line.target().server().equals(server))
                .forEach(check::line);
        return check.repetitions.problems();
    }

    private void line(MapLine line) {
        Target target = line.target();
        Catalogue.Queue queue = queues.get(target.queue());
        if (queue == null) {
            left(line, "server " + server + " has no queue " + target.queue(), "`./xlink tree` lists its queues");
        } else if (queue.parent() != target.parent()) {
            left(
                    line,
                    "queue " + queue.id() + " (" + queue.name() + ") stands under " + parent(queue) + ", not under "
                            + target.parent(),
                    "Write " + server + ":" + queue.parent() + ":" + queue.id());
        }
        if (!valueTypes.contains(target.valueType())) {
            left(
                    line,
                    "server " + server + " has no value type " + target.valueType(),
                    "`./xlink tree` lists its value types");
        }
        line.source()
                .filter(source -> !catalogue.externalSystems().contains(source.system()))
                .ifPresent(source -> repetitions.add(
                        line.line(),
                        line.rightColumn(),
                        Severity.ERROR,
                        "server " + server + " does not know the external system " + source.system(),
                        NearestName.of(source.system(), catalogue.externalSystems())
                                .map(name -> "It knows " + name + "; the section must have the same name")
                                .orElse("Create the external system on the server")));
    }

    private String parent(Catalogue.Queue queue) {
        Catalogue.Queue parent = queues.get(queue.parent());
        return queue.parent() + (parent == null ? "" : " (" + parent.name() + ")");
    }

    private void left(MapLine line, String what, String remedy) {
        repetitions.add(line.line(), line.column(), Severity.ERROR, what, remedy);
    }
}
